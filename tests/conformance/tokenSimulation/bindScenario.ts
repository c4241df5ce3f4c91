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
    const outgoing = Map.groupBy(
      elements.filter((element) => element.$type === 'bpmn:SequenceFlow'),
      (flow) => one(flow, 'sourceRef'),
    );
    for (const [source, flows] of outgoing) if (source) bindFlows(source, flows, choices);
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

function bindFlows(
  source: BpmnElement,
  flows: readonly BpmnElement[],
  choices: ReadonlyMap<string, readonly string[]>,
): void {
  const decides = ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'].includes(source.$type) && flows.length > 1;
  const chosen = choices.get(idOf(source));
  const first = many(source, 'outgoing')[0] ?? flows[0];
  for (const flow of flows) {
    const open = source.$type === 'bpmn:ExclusiveGateway' ? flow === first : one(source, 'default') !== flow;
    const body = String(chosen ? chosen.includes(idOf(flow)) : open);
    flow.set('conditionExpression', decides ? make('bpmn:FormalExpression', { body }) : undefined);
  }
  if (decides) source.set('default', undefined);
}
