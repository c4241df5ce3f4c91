import type { ModelIndex } from '../ModelIndex.ts';
import { many, one, type BpmnElement } from '../moddle/BpmnElement.ts';

/**
 * The activities that compensate others: an association leads from a compensation boundary event to the activity that
 * undoes what the boundary event's activity has done (BPMN 2.0.2, 10.5.1 and 10.7). The association's direction is
 * often drawn the wrong way round, so both are read.
 *
 * @returns activity → the activity that compensates it
 */
export function compensationHandlers(index: ModelIndex): ReadonlyMap<BpmnElement, BpmnElement> {
  const handlers = new Map<BpmnElement, BpmnElement>();
  for (const association of index.elements) {
    if (association.$type !== 'bpmn:Association') continue;
    const ends = [one(association, 'sourceRef'), one(association, 'targetRef')] as const;
    for (const [event, handler] of [ends, [ends[1], ends[0]]] as const) {
      if (!event || !handler || !compensates(event) || !handler.$instanceOf('bpmn:Activity')) continue;
      const host = one(event, 'attachedToRef');
      if (host && host !== handler) handlers.set(host, handler);
    }
  }
  return handlers;
}

function compensates(event: BpmnElement): boolean {
  if (event.$type !== 'bpmn:BoundaryEvent') return false;
  return [...many(event, 'eventDefinitions'), ...many(event, 'eventDefinitionRef')].some(
    (definition) => definition.$type === 'bpmn:CompensateEventDefinition',
  );
}
