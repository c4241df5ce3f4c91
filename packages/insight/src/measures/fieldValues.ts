import { SINCE_FROM } from '../cohort.ts';
import type { Bind, KpiPlace } from './Measure.ts';

/**
 * What was entered into a form field: one row an instance, its latest value (`value`, text, null when left empty). On
 * an element the values of its own completions; on the process whatever task asked for the field. The values stand in
 * the history beside the completion, so that a later change of the variable does not rewrite what was entered.
 */
export function fieldValuesSql(place: KpiPlace, bind: Bind): string {
  const field = bind(place.kpi.field ?? '');
  const where = place.element === null ? '' : `and h.element_id = ${bind(place.element)}`;
  return `select distinct on (h.instance_id) h.instance_id, h.detail #>> array['variables', ${field}::text] as value
    from history h join cohort c on c.id = h.instance_id
    where h.process_id = $1 and h.type = 'leave' ${where} and h.detail->'variables' ? ${field}::text
      and ${SINCE_FROM}
    order by h.instance_id, h.seq desc`;
}
