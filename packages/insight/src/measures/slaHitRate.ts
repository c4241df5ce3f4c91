import { durationMs } from '@dealwright/bpmn';
import { elementId, type Measure, share, shape } from './Measure.ts';

/**
 * Share of first visits done within the element's SLA, of those that were due: done, or still there past the SLA. What
 * is not due yet says nothing. The clock is the calendar's; cancelled visits are left out. Needs an SLA on the
 * element; without one, and on the process, nothing is due and n is 0.
 */
export const slaHitRate: Measure = {
  kind: 'share',
  sql(place, bind) {
    const sla = place.node === null ? null : (place.graph.nodes[place.node]?.business.sla ?? null);
    if (sla === null) return `select ${shape({ numerator: '0', denominator: '0', n: '0' })}`;
    const limit = `${bind(durationMs(sla, place.now) / 1000)}::float8 * interval '1 second'`;
    const inTime = `left_at is not null and left_at <= entered + ${limit}`;
    return `select ${share(`count(*) filter (where ${inTime})`, 'count(*)')} from visit
      where element_id = ${bind(elementId(place))}
        and (left_at is not null or (status = 'active' and entered + ${limit} <= ${bind(new Date(place.now))}::timestamptz))`;
  },
};
