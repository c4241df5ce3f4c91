import { type Measure, shape, share } from './Measure.ts';

/**
 * Share of first visits done within the element's SLA, of those that were due: done, or still there past the SLA. What
 * is not due yet says nothing. The clock is the calendar's; cancelled visits are left out. Needs an SLA on the
 * element; without one, and on the process, nothing is due and n is 0.
 */
export const slaHitRate: Measure = {
  kind: 'share',
  columns({ now }) {
    const due = `entered is not null and sla is not null
      and (left_at is not null or (status = 'active' and entered + sla <= ${now}))`;
    return share(`count(*) filter (where ${due} and left_at <= entered + sla)`, `count(*) filter (where ${due})`);
  },
  select: () => `select ${shape({ numerator: '0', denominator: '0', n: '0' })}`,
};
