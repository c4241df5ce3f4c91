import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { listTasks, type ReadDeps, viewerOf } from '../../../packages/sales/src/index.ts';
import { makePartitions, query, type Store } from '../../../packages/store/src/index.ts';
import { databaseTime } from '../databaseTime.ts';
import type { Line } from '../Line.ts';
import { mostLine } from '../makeLine.ts';
import { percentile } from '../percentile.ts';
import { printLines } from '../printLines.ts';
import { type Bench, withPostgres } from '../withPostgres.ts';
import { benchRuntime } from './benchRuntime.ts';
import { type Filled, fillWorklist } from './fillWorklist.ts';

const MANY = 1_000_000;
const FEW = 10_000;
const VIEWERS = 200;
const P95_MS = 5;
const TIMES_FEW = 2;

type Request = Parameters<typeof listTasks>[2];

/** A page of fifty, as the screen asks for it, by what it is filtered by. `at` differs from one request to the next. */
const REQUESTS: Readonly<Record<string, (at: number, filled: Filled) => Request>> = {
  mine: () => ({ view: 'mine', limit: 50 }),
  role: () => ({ view: 'unclaimed', limit: 50 }),
  due: () => ({ view: 'overdue', limit: 50 }),
  process: (at) => ({ view: 'unclaimed', processId: at % 2 === 0 ? 'other' : 'rare', limit: 50 }),
  // a name as somebody types it: whole, begun, of the account, a word that a quarter has, two Chinese characters
  text: (at, { tasks }) => ({ view: at % 3 === 0 ? 'mine' : 'unclaimed', search: typed(at, tasks), limit: 50 }),
};

/**
 * A page of the worklist with a million open tasks and ten million events of history, against one with ten thousand
 * tasks, filled alike and measured in turns: milliseconds of the database's processor, all statements of the page
 * together, the 95th percentile over two hundred people.
 */
export async function measureWorklist(sizes = { few: FEW, many: MANY }): Promise<Line[]> {
  const measured = async ({ openStore }: Bench) => {
    const few = await open(await openStore(2, withoutWorkers), sizes.few);
    const many = await open(await openStore(2, withoutWorkers), sizes.many);
    const lines: Line[] = [];
    for (const [name, request] of Object.entries(REQUESTS)) {
      for (let at = 0; at < 20; at++) for (const one of [few, many]) await one.page(at, request);
      const took = { few: [] as number[], many: [] as number[] };
      for (let at = 0; at < VIEWERS; at++) {
        took.few.push(await few.page(at, request));
        took.many.push(await many.page(at, request));
      }
      const value = percentile(took.many, 0.95);
      lines.push(
        mostLine(`worklist-${name}`, value, 'ms', P95_MS),
        mostLine(`worklist-${name}-growth`, value, 'ms', percentile(took.few, 0.95), TIMES_FEW),
      );
    }
    return lines;
  };
  // as much memory as whoever has a million tasks gives it; the tests' own is made for a thousand rows
  return withPostgres(measured, tmpdir(), ['-c', 'shared_buffers=2GB']);
}

/** What a statement costs is then all in its own process. */
export function withoutWorkers(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c max_parallel_workers_per_gather=0');
  return url.href;
}

async function open(store: Store, tasks: number) {
  const runtime = benchRuntime(store);
  const { deploymentId } = await runtime.deploy({ xml: SALE, note: '', actorId: null });
  const filled = await fillWorklist(store, deploymentId, tasks);
  await makePartitions(store.em(), Date.now());
  await query(store.em(), 'vacuum (analyze) step');
  const deps: ReadDeps = { em: () => store.em(), now: Date.now, graph: (id) => runtime.graph(id) };
  return {
    /** one page for one person, in milliseconds of the database */
    async page(at: number, request: (at: number, filled: Filled) => Request): Promise<number> {
      const viewer = await viewerOf(store.em, { id: `p${(at * 31) % filled.people}`, roles: ['rep'] });
      // anew each time: the pool lets go of connections
      const milliseconds = await databaseTime(store);
      const before = milliseconds();
      await listTasks(deps, viewer, request(at, filled));
      return milliseconds() - before;
    },
  };
}

/** As the names are made by `fillWorklist`. */
function typed(at: number, tasks: number): string {
  const of = 1 + ((at * 7907) % tasks);
  const words = [
    nameOf(`d${of}`, 6),
    nameOf(`d${of}`, 6).slice(0, 4),
    nameOf(`a${of % Math.ceil(tasks / 20)}`, 7),
    'upgrade',
    '采购',
  ];
  return words[at % words.length] ?? '';
}

function nameOf(key: string, length: number): string {
  const hex = createHash('md5').update(key).digest('hex').slice(0, length);
  return hex.replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
}

export const SALE = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="defs" targetNamespace="urn:dealwright:bench">
  <bpmn:process id="sale" name="Sale" isExecutable="true">
    <bpmn:startEvent id="start" /><bpmn:userTask id="task_0" name="Offer" /><bpmn:endEvent id="end" />
    <bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="task_0" />
    <bpmn:sequenceFlow id="f1" sourceRef="task_0" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`;

if (import.meta.main) printLines(await measureWorklist());
