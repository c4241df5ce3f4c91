import { FEWEST_FOR_MEDIAN, medianRanksSql } from '../statistics/medianRanks.ts';
import { type Columns, type Measure, shape } from './Measure.ts';

/**
 * How long it takes, as the median in hours. On an element: from first entry to first normal leave, of the instances
 * that have left it; open visits are left out, so a figure of a young cohort leans to the quick ones. On the process:
 * from start to end of won deals (lost ones close for other reasons and much sooner).
 */
export const cycleTime: Measure = {
  kind: 'median',
  columns: () => median(`extract(epoch from left_at - entered) / 3600`, 'left_at is not null and entered is not null'),
  select: () => `select ${shape(median('extract(epoch from ended_at - started_at) / 3600', WON))} from cohort`,
};

const WON = `status <> 'active' and outcome = 'won' and ended_at is not null`;

function median(hours: string, which: string): Columns {
  const n = `count(*) filter (where ${which})`;
  const sorted = `(array_agg(${hours} order by ${hours}) filter (where ${which}))`;
  const { low, high } = medianRanksSql(n);
  const bound = (rank: string) => `case when ${n} >= ${FEWEST_FOR_MEDIAN} then ${sorted}[(${rank})::integer] end`;
  return {
    numerator: `coalesce(sum(${hours}) filter (where ${which}), 0)`,
    denominator: n,
    n,
    value: `percentile_cont(0.5) within group (order by ${hours}) filter (where ${which})`,
    low: bound(low),
    high: bound(high),
  };
}
