import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { query, type Store } from '../../packages/store/src/index.ts';

let told = false;

/**
 * A clock of what the database has done for this store so far, in milliseconds: the processor time of its connections,
 * which says the same however much else the machine is doing. Where the system tells none (it is not Linux, or the
 * database is elsewhere), the time that passes. Statements must not be spread over parallel workers.
 */
export async function databaseTime(store: Store): Promise<() => number> {
  await query(store.em(), 'select 1');
  const rows = await query<{ pid: number }>(
    store.em(),
    `select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`,
  );
  // the first of three figures: nanoseconds on a processor
  const spent = (pid: number) => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  try {
    for (const { pid } of rows) spent(pid);
  } catch {
    if (!told) console.log('the system tells no processor time of the database: time that passes is measured');
    told = true;
    return () => performance.now();
  }
  const last = new Map(rows.map(({ pid }) => [pid, spent(pid)]));
  return () => {
    for (const pid of last.keys())
      try {
        last.set(pid, spent(pid));
      } catch {
        // the pool has let go of a connection that nobody used
      }
    return [...last.values()].reduce((sum, one) => sum + one, 0);
  };
}
