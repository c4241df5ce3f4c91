import type { ProcessGraph } from '@dealwright/bpmn';
import { elementId, type Measure, share } from './Measure.ts';

/**
 * Share of the instances that entered here and got further: into a later stage, or won. First entries count, loops do
 * not count again. Open deals that have not got further yet are left out of both: they may still. An element without a
 * stage asks whether it was ever left normally. On the process it is won ÷ everything that has ended, disqualified
 * deals too.
 */
export const conversion: Measure = {
  kind: 'share',
  sql(place, bind) {
    if (place.node === null)
      return `select ${share(`count(*) filter (where outcome = 'won')`, 'count(*)')} from cohort where status <> 'active'`;
    const later = laterStageNodes(place.graph, place.graph.nodes[place.node]?.business.stage ?? null);
    const further =
      later === null
        ? 'v.left_at is not null'
        : `(c.outcome = 'won' and c.status <> 'active') or exists (
             select 1 from visit later where later.instance_id = v.instance_id and later.entered is not null
               and later.element_id = any(${bind(later)}::text[]))`;
    return `select ${share('count(*) filter (where further)', 'count(*)')} from (
      select c.status, (${further}) as further from visit v join cohort c on c.id = v.instance_id
      where v.element_id = ${bind(elementId(place))} and v.entered is not null) entered
      where further or status <> 'active'`;
  },
};

/** Elements of the stages after this one; null when the element is in no stage. */
export function laterStageNodes(graph: ProcessGraph, stageId: string | null): string[] | null {
  const index = graph.stages.findIndex((stage) => stage.id === stageId);
  if (index < 0) return null;
  const later = new Set(graph.stages.slice(index + 1).map((stage) => stage.id));
  return graph.nodes.filter((node) => later.has(node.business.stage ?? '')).map((node) => node.id);
}
