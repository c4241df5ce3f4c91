import type { SqlEntityManager } from '@mikro-orm/sql';
import { query, queryOne } from '../query.ts';

const AHEAD = 3;

/**
 * Sees that history has a partition for this month and the next three, and for every month that stands in the default
 * partition (imports bring the past along). To be called every few hours; several servers may at once.
 *
 * @param now epoch milliseconds
 * @returns how many were made
 */
export async function makePartitions(em: SqlEntityManager, now: number): Promise<number> {
  const months = await query<{ month: string }>(
    em,
    `select date_trunc('month', at at time zone 'UTC')::date as month from step_default
     union select (date_trunc('month', $1::timestamptz at time zone 'UTC') + n * interval '1 month')::date
     from generate_series(0, ${AHEAD}) n order by month`,
    [new Date(now)],
  );
  let made = 0;
  // each in a transaction of its own: the default partition is locked no longer than it takes to empty it of one month
  for (const { month } of months) {
    const answer = await queryOne<{ made: boolean }>(em, 'select make_step_partition($1::date) as made', [month]);
    if (answer?.made === true) made += 1;
  }
  return made;
}
