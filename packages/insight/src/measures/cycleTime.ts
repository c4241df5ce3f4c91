import { FEWEST_FOR_MEDIAN, medianRanksSql } from '../statistics/medianRanks.ts';
import { elementId, type Measure, shape } from './Measure.ts';

/**
 * How long it takes, as the median in hours. On an element: from first entry to first normal leave, of the instances
 * that have left it; open visits are left out, so a figure of a young cohort leans to the quick ones. On the process:
 * from start to end of won deals (lost ones close for other reasons and much sooner).
 */
export const cycleTime: Measure = {
  kind: 'median',
  sql(place, bind) {
    const durations =
      place.node === null
        ? `select extract(epoch from ended_at - started_at) / 3600 as hours from cohort
           where status <> 'active' and outcome = 'won' and ended_at is not null`
        : `select extract(epoch from left_at - entered) / 3600 as hours from visit
           where element_id = ${bind(elementId(place))} and left_at is not null`;
    const { low, high } = medianRanksSql('n');
    const bound = (rank: string) => `min(hours) filter (where n >= ${FEWEST_FOR_MEDIAN} and rank = ${rank})`;
    return `select ${shape({
      numerator: 'sum(hours)',
      denominator: 'count(*)',
      n: 'count(*)',
      value: 'percentile_cont(0.5) within group (order by hours)',
      low: bound(low),
      high: bound(high),
    })} from (
      select hours, row_number() over (order by hours) as rank, count(*) over () as n from (${durations}) duration) ranked`;
  },
};
