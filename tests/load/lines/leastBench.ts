import { Client } from 'pg';
import { freshPostgresDatabase } from '../../freshPostgresDatabase.ts';
import { drive, INSTANCES } from './completionBench.ts';
import { leastComplete, leastCompleteMany, makeLeastSql } from './leastSql.ts';

const CONNECTIONS = 8;

export interface LeastBench {
  /** completions a second by the least SQL, each in a transaction of its own, with at most eight callers */
  rate(callers: number, count: number): Promise<number>;
  /** the same in statements for so many instances, two under way at once */
  manyRate(many: number, statements: number): Promise<number>;
  close(): Promise<void>;
}

/** The limit of the durable lines, on a new database of a PostgreSQL; see `leastSql.ts`. */
export async function leastBench(server: string): Promise<LeastBench> {
  const url = await freshPostgresDatabase(server);
  const clients = Array.from({ length: CONNECTIONS }, () => new Client({ connectionString: url }));
  for (const client of clients) {
    // the server is stopped in the end, whoever is still connected
    client.on('error', () => {});
    await client.connect();
  }
  const [first] = clients;
  if (!first) throw new Error('no connection');
  await makeLeastSql(first, INSTANCES);
  const done: number[] = Array.from({ length: INSTANCES }, () => 0);
  const call = (at: number) => ({ i: `i${at + 1}`, n: (done[at] = (done[at] ?? 0) + 1) - 1 });
  return {
    async rate(callers, count) {
      return (await drive(callers, count, (at, caller) => leastComplete(clients[caller] ?? first, call(at)))).rate;
    },
    async manyRate(many, statements) {
      const { rate } = await drive(2, statements, (at, caller) => {
        const from = caller * (INSTANCES / 2) + (at % 6) * many;
        return leastCompleteMany(
          clients[caller] ?? first,
          Array.from({ length: many }, (_, of) => call(from + of)),
        );
      });
      return rate * many;
    },
    async close() {
      for (const client of clients) await client.end();
    },
  };
}
