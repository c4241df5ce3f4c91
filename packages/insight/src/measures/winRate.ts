import { type Measure, shape, share } from './Measure.ts';

const CLOSED = `status not in ('active', 'cancelled', 'failed') and outcome in ('won', 'lost')`;

/**
 * won ÷ (won + lost), of the deals that have closed; on an element, of those that ever entered it. Disqualified and
 * cancelled deals are neither. Lost deals close early: in a young cohort this rate is lower than it will become.
 */
export const winRate: Measure = {
  kind: 'share',
  columns: () => of(`${CLOSED} and entered is not null`),
  select: () => `select ${shape(of(CLOSED))} from cohort`,
};

function of(closed: string) {
  return share(`count(*) filter (where ${closed} and outcome = 'won')`, `count(*) filter (where ${closed})`);
}
