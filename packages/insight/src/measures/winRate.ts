import { elementId, type Measure, share } from './Measure.ts';

/**
 * won ÷ (won + lost), of the deals that have closed; on an element, of those that ever entered it. Disqualified and
 * cancelled deals are neither. Lost deals close early: in a young cohort this rate is lower than it will become.
 */
export const winRate: Measure = {
  kind: 'share',
  sql(place, bind) {
    const from =
      place.node === null
        ? 'cohort where'
        : `visit where element_id = ${bind(elementId(place))} and entered is not null and`;
    return `select ${share(`count(*) filter (where outcome = 'won')`, 'count(*)')} from ${from}
      status not in ('active', 'cancelled', 'failed') and outcome in ('won', 'lost')`;
  },
};
