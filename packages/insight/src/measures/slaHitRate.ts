import { type Measure, shape, share } from './Measure.ts';

/**
 * Share of first visits done by their deadline, of those that were due: done, or still there past it. The deadline is
 * the one that the visit's task was given, else entry plus the element's SLA. What is not due yet says nothing. The
 * clock is the calendar's; cancelled visits are left out. Needs an SLA on the element; without one, and on the process,
 * nothing is due and n is 0.
 */
export const slaHitRate: Measure = {
  kind: 'share',
  columns({ now }) {
    const deadline = 'coalesce(due, entered + sla)';
    const due = `entered is not null and sla is not null
      and (left_at is not null or (status = 'active' and ${deadline} <= ${now()}))`;
    return share(`count(*) filter (where ${due} and left_at <= ${deadline})`, `count(*) filter (where ${due})`);
  },
  select: () => `select ${shape({ numerator: '0', denominator: '0', n: '0' })}`,
};
