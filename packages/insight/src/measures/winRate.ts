import { elementId, type Measure, share } from './Measure.ts';

/**
 * won ÷ (won + lost), of the deals that have closed; on an element, of those that ever entered it. Disqualified and
 * cancelled deals are neither. Lost deals close early: in a young cohort this rate is lower than it will become.
 */
export const winRate: Measure = {
  kind: 'share',
  sql(place, bind) {
    const entered =
      place.node === null
        ? ''
        : `and exists (select 1 from visit v where v.instance_id = c.id and v.entered is not null
             and v.element_id = ${bind(elementId(place))})`;
    return `select ${share(`count(*) filter (where outcome = 'won')`, 'count(*)')} from cohort c
      where status not in ('active', 'cancelled', 'failed') and outcome in ('won', 'lost') ${entered}`;
  },
};
