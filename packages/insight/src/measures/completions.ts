import { type Columns, type Measure, shape } from './Measure.ts';

/** How many instances have finished here at least once; on the process, how many have reached an end. A plain count. */
export const completions: Measure = {
  kind: 'count',
  columns: () => counted('count(left_at)'),
  select: () => `select ${shape(counted(`count(*) filter (where status in ('completed', 'terminated'))`))} from cohort`,
};

function counted(count: string): Columns {
  return { numerator: count, denominator: '1', n: count, value: count };
}
