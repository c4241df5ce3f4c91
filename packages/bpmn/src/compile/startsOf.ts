import { isEventSubProcess, type ModelIndex } from '../ModelIndex.ts';
import { flag, isA, type BpmnElement } from '../moddle/BpmnElement.ts';
import { definitionsOf } from './eventDefinitions.ts';

/**
 * Where a token is put when the scope opens: its none start events; without any start event the nodes that no
 * flow enters (BPMN 2.0.2, 10.5.2 and 13.3.4). An event subprocess opens at its one start event.
 */
export function startsOf(index: ModelIndex, scope: BpmnElement): readonly BpmnElement[] {
  const events = index.nodesOf(scope).filter((node) => node.$type === 'bpmn:StartEvent');
  if (isEventSubProcess(scope)) return events;
  if (events.length > 0) return events.filter((event) => definitionsOf(event).length === 0);
  return withoutIncoming(index, scope);
}

/**
 * Activities, gateways and events that no flow enters are started with their scope, beside its start events (BPMN
 * 2.0.2, 10.3.1, 10.5.4 and 10.6.1).
 */
export function implicitStartsOf(index: ModelIndex, scope: BpmnElement): readonly BpmnElement[] {
  const starts = new Set(startsOf(index, scope));
  return withoutIncoming(index, scope).filter((node) => !starts.has(node));
}

function withoutIncoming(index: ModelIndex, scope: BpmnElement): readonly BpmnElement[] {
  return index
    .nodesOf(scope)
    .filter((node) => node.$type !== 'bpmn:StartEvent' && index.incoming(node).length === 0 && !startsOtherwise(node));
}

/** Nodes without incoming flow that something else than the scope's opening brings to life. */
function startsOtherwise(node: BpmnElement): boolean {
  if (node.$type === 'bpmn:BoundaryEvent' || isEventSubProcess(node)) return true;
  if (isA(node, 'bpmn:Activity') && flag(node, 'isForCompensation')) return true;
  if (node.$type === 'bpmn:EventBasedGateway' || node.$type === 'bpmn:ReceiveTask') return flag(node, 'instantiate');
  return definitionsOf(node).some(
    (definition) => definition.$type === 'bpmn:LinkEventDefinition' && node.$type === 'bpmn:IntermediateCatchEvent',
  );
}
