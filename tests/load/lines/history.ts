import { processView } from '../../../packages/insight/src/processView.ts';
import { dealTimeline, type ReadDeps } from '../../../packages/sales/src/index.ts';
import { makePartitions, query, type Store } from '../../../packages/store/src/index.ts';
import { databaseTime } from '../databaseTime.ts';
import type { Line } from '../Line.ts';
import { mostLine } from '../makeLine.ts';
import { median } from '../median.ts';
import { printLines } from '../printLines.ts';
import { withPostgres } from '../withPostgres.ts';
import { benchRuntime } from './benchRuntime.ts';
import { SALE, withoutWorkers } from './worklist.ts';

const MONTHS = 24;
const INSTANCES_A_MONTH = 3_000;
const STEPS = 8;
const ROUNDS = 15;
const TIMES = 2;
const DAY = 86_400_000;

/**
 * What two years of history cost those who ask of one deal, or of the last thirty days, against a month of history:
 * milliseconds of the database's processor, medians of rounds in which both take turns.
 */
export async function measureHistory(): Promise<Line[]> {
  return withPostgres(async ({ openStore }) => {
    const month = await open(await openStore(2, withoutWorkers), 1);
    const years = await open(await openStore(2, withoutWorkers), MONTHS);
    const lines: Line[] = [];
    for (const ask of ['deal', 'period'] as const) {
      const took = { month: [] as number[], years: [] as number[] };
      for (let round = 0; round < ROUNDS; round++) {
        took.month.push(await month[ask]());
        took.years.push(await years[ask]());
      }
      lines.push(mostLine(`history-${ask}`, median(took.years), 'ms', median(took.month), TIMES));
    }
    return lines;
  });
}

async function open(store: Store, months: number) {
  const runtime = benchRuntime(store);
  const { deploymentId } = await runtime.deploy({ xml: SALE, note: '', actorId: null });
  const count = months * INSTANCES_A_MONTH;
  const started = `now() - n * interval '${(months * 30 * 86_400) / count} seconds'`;
  await query(
    store.em(),
    `insert into instance (id, deployment_id, process_id, status, outcome, state, revision, started_at, ended_at)
     select 'i' || n, '${deploymentId}', 'sale', 'completed', 'won', '{}', 2, ${started}, ${started}
     from generate_series(1, ${count}) n`,
  );
  await query(
    store.em(),
    `insert into step (instance_id, seq, process_id, at, types, elements, tokens)
     select 'i' || n, part, 'sale', ${started} + part * interval '1 minute', 'el', '{task_0,task_0}', '{1,1}'
     from generate_series(1, ${count}) n, generate_series(1, ${STEPS}) part`,
  );
  await query(store.em(), `insert into person (id, name, email, created_at) values ('p', 'P', 'p@example.com', now())`);
  await query(
    store.em(),
    `insert into deal (id, name, owner_id, instance_id, created_at, updated_at) values ('d', 'D', 'p', 'i7', now(), now())`,
  );
  await makePartitions(store.em(), Date.now());
  await query(store.em(), 'vacuum (analyze)');
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const milliseconds = await databaseTime(store);
    const before = milliseconds();
    await work();
    return milliseconds() - before;
  };
  const deps: ReadDeps = { em: () => store.em(), now: Date.now, graph: (id) => runtime.graph(id) };
  const viewer = { id: 'p', roles: ['manager'], principals: [], scope: { kind: 'all' } } as const;
  const graph = await runtime.graph(deploymentId);
  const from = new Date(Date.now() - 25 * DAY).toISOString().slice(0, 10);
  return {
    deal: () => timed(() => dealTimeline(deps, viewer, { id: 'd' })),
    period: () =>
      timed(() =>
        processView({
          em: store.em(),
          graph,
          drawnDeploymentId: deploymentId,
          now: Date.now(),
          processId: 'sale',
          from,
          owners: null,
        }),
      ),
  };
}

if (import.meta.main) printLines(await measureHistory());
