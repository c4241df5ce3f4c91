import { Client } from 'pg';
import { openStore } from '../../../packages/store/src/index.ts';
import { freshPostgresDatabase } from '../../freshPostgresDatabase.ts';
import { makePostgresServer } from '../../postgresServer.ts';
import type { Line } from '../Line.ts';
import { median } from '../median.ts';
import { printLines } from '../printLines.ts';
import { completionBench, drive, INSTANCES } from './completionBench.ts';
import { leastComplete, leastCompleteMany, makeLeastSql } from './leastSql.ts';

const ROUNDS = 7;
const COUNT = 2_000;
/** Instances a statement in the limit of the grouped line. */
const MANY = 20;
const P99_MS = 20;

/**
 * Completions of a task on a PostgreSQL that syncs each commit to disk: each in a transaction of its own with eight
 * callers and with one, and as the server does it, where 64 callers share statements. The limits are the least SQL that
 * could do it, called directly; see `leastSql.ts`. Medians of rounds in which both take turns.
 */
export async function measureCompletions(): Promise<Line[]> {
  const server = await makePostgresServer();
  await server.start();
  const clients: Client[] = [];
  const connect = async (url: string): Promise<Client> => {
    const client = new Client({ connectionString: url });
    // the server is stopped in the end, whoever is still connected
    client.on('error', () => {});
    await client.connect();
    clients.push(client);
    return client;
  };
  const stores: { close(): Promise<void> }[] = [];
  const open = async (connections: number) => {
    const store = await openStore({ url: await freshPostgresDatabase(server.url), now: Date.now, connections });
    stores.push(store);
    return store;
  };
  try {
    const least = await freshPostgresDatabase(server.url);
    const [first] = await Promise.all(Array.from({ length: 8 }, () => connect(least)));
    if (!first) throw new Error('no connection');
    await makeLeastSql(first, INSTANCES);
    const done: number[] = Array.from({ length: INSTANCES }, () => 0);
    const call = (at: number) => ({ i: `i${at + 1}`, n: (done[at] = (done[at] ?? 0) + 1) - 1 });
    const leastRate = async (callers: number) =>
      (await drive(callers, COUNT, (at, caller) => leastComplete(clients[caller] ?? first, call(at)))).rate;
    const manyRate = async () => {
      const { rate } = await drive(2, Math.floor(COUNT / MANY) * 4, (at, caller) => {
        const from = caller * (INSTANCES / 2) + (at % 6) * MANY;
        return leastCompleteMany(
          clients[caller] ?? first,
          Array.from({ length: MANY }, (_, of) => call(from + of)),
        );
      });
      return rate * MANY;
    };
    const single = await completionBench(await open(10), { most: 1, inFlight: 8 });
    const grouped = await completionBench(await open(10));
    const eight = { ours: [] as number[], least: [] as number[] };
    const one = { ours: [] as number[], least: [] as number[] };
    const many = { ours: [] as number[], least: [] as number[], p99: [] as number[] };
    for (let round = 0; round <= ROUNDS; round++) {
      const figures = {
        eight: [await leastRate(8), (await single.run(8, COUNT)).rate],
        one: [await leastRate(1), (await single.run(1, COUNT / 4)).rate],
      } as const;
      const limit = await manyRate();
      const { rate, took } = await grouped.run(64, COUNT * 2);
      // the first round warms up
      if (round === 0) continue;
      eight.least.push(figures.eight[0]);
      eight.ours.push(figures.eight[1]);
      one.least.push(figures.one[0]);
      one.ours.push(figures.one[1]);
      many.least.push(limit);
      many.ours.push(rate);
      many.p99.push(took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? Number.NaN);
    }
    const p99 = median(many.p99);
    return [
      line('completion-8-callers', eight, 0.7),
      line('completion-1-caller', one, 0.6),
      line('completion-grouped', many, 0.5),
      {
        name: 'completion-grouped-p99',
        value: p99,
        unit: 'ms',
        limit: P99_MS,
        ratio: p99 / P99_MS,
        goal: 1,
        holds: p99 < P99_MS,
      },
    ];
  } finally {
    for (const store of stores) await store.close();
    for (const client of clients) await client.end();
    await server.stop();
    await server.remove();
  }
}

/** The ratio is the median of the rounds' own, in which what disturbs one disturbs the other too. */
function line(
  name: string,
  { ours, least }: { ours: readonly number[]; least: readonly number[] },
  goal: number,
): Line {
  const ratio = median(ours.map((rate, round) => rate / (least[round] ?? Number.NaN)));
  return { name, value: median(ours), unit: 'a second', limit: median(least), ratio, goal, holds: ratio >= goal };
}

if (import.meta.main) printLines(await measureCompletions());
