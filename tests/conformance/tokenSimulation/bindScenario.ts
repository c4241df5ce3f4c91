import { idOf, isA, many, one, type BpmnElement } from '../../../packages/bpmn/src/moddle/BpmnElement.ts';
import { elementsOf, make, replaceBy, rewriteModel } from '../modelTree.ts';

/** Longer than any run lasts: what waits for a timer here waits to be triggered. */
const NEVER = 'R/P1000Y';

/**
 * Binds a drawing to the executor as token-simulation plays it. It looks at no data, and nothing happens by itself but
 * what the drawing alone decides:
 *
 * - Every process is played, whether it is meant to run or not.
 * - A task does nothing. It lasts until everything else has come to rest (the simulator gives it one tick), or until it
 *   is triggered when it is held: it becomes a user task. Tasks at a message flow send and receive as they are drawn.
 * - Loop markers are not played, timers and conditions never come true: they wait to be triggered, as often as they can.
 * - Conditions on flows are not looked at. A gateway takes the flows chosen for it; an exclusive one for which none is
 *   chosen its first, an inclusive one all but its default flow, as the simulator sets them at first.
 */
export async function bindScenario(xml: string, choices: ReadonlyMap<string, readonly string[]>): Promise<string> {
  return rewriteModel(xml, (definitions) => {
    const elements = [...elementsOf(definitions)];
    const linked = messageEnds(elements);
    for (const element of elements) bindFlow(element, choices);
    for (const element of elements) bindEvent(element);
    for (const element of elements) if (element.$type === 'bpmn:Process') element.set('isExecutable', true);
    for (const element of elements) bindActivity(element, linked);
  });
}

function messageEnds(elements: readonly BpmnElement[]): ReadonlySet<string> {
  const flows = elements.filter((element) => element.$type === 'bpmn:MessageFlow');
  return new Set(
    flows.flatMap((flow) =>
      [one(flow, 'sourceRef'), one(flow, 'targetRef')].flatMap((end) => (end ? [idOf(end)] : [])),
    ),
  );
}

function bindActivity(element: BpmnElement, linked: ReadonlySet<string>): void {
  if (!isA(element, 'bpmn:Activity')) return;
  element.set('loopCharacteristics', undefined);
  if (!isA(element, 'bpmn:Task') && element.$type !== 'bpmn:CallActivity') return;
  if (linked.has(idOf(element)) && ['bpmn:SendTask', 'bpmn:ReceiveTask'].includes(element.$type)) return;
  replaceBy(element, 'bpmn:UserTask');
}

function bindEvent(definition: BpmnElement): void {
  if (definition.$type === 'bpmn:TimerEventDefinition') {
    definition.set('timeDate', undefined);
    definition.set('timeDuration', undefined);
    definition.set('timeCycle', make('bpmn:FormalExpression', { body: NEVER }));
  }
  if (definition.$type === 'bpmn:ConditionalEventDefinition') {
    definition.set('condition', make('bpmn:FormalExpression', { body: 'false' }));
  }
}

function bindFlow(flow: BpmnElement, choices: ReadonlyMap<string, readonly string[]>): void {
  if (flow.$type !== 'bpmn:SequenceFlow') return;
  const source = one(flow, 'sourceRef');
  const taken = source ? isTaken(flow, source, choices) : null;
  const body = taken === null ? null : String(taken);
  flow.set('conditionExpression', body === null ? undefined : make('bpmn:FormalExpression', { body }));
}

/** Whether a gateway that decides takes the flow; null where nothing is decided. */
function isTaken(
  flow: BpmnElement,
  source: BpmnElement,
  choices: ReadonlyMap<string, readonly string[]>,
): boolean | null {
  if (source.$type !== 'bpmn:ExclusiveGateway' && source.$type !== 'bpmn:InclusiveGateway') return null;
  const all = many(source, 'outgoing');
  if (all.length < 2) return null;
  const chosen = choices.get(idOf(source));
  if (chosen) return chosen.includes(idOf(flow));
  if (source.$type === 'bpmn:ExclusiveGateway') return flow === all[0];
  return one(source, 'default') !== flow;
}
