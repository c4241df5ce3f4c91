// Words to write a BPMN file with: each gives the XML of one element, and a test puts them together.

/** Any element of BPMN's namespace; `attributes` as they stand in XML. */
export function element(type: string, id: string, inner = '', attributes = ''): string {
  return `<bpmn:${type} id="${id}" ${attributes}>${inner}</bpmn:${type}>`;
}

type Word = (id: string, inner?: string, attributes?: string) => string;
const word =
  (type: string): Word =>
  (id, inner = '', attributes = '') =>
    element(type, id, inner, attributes);

export const start = word('startEvent');
export const end = word('endEvent');
export const catching = word('intermediateCatchEvent');
export const throwing = word('intermediateThrowEvent');
export const task = word('task');
export const user = word('userTask');
export const service = word('serviceTask');
export const exclusive = word('exclusiveGateway');
export const parallel = word('parallelGateway');
export const inclusive = word('inclusiveGateway');
export const complex = word('complexGateway');
export const eventBased = word('eventBasedGateway');
export const sub = word('subProcess');
export const transaction = word('transaction');

/** A task that writes `variable` by a FEEL expression. */
export const script = (id: string, variable: string, source: string, inner = '', attributes = ''): string =>
  element(
    'scriptTask',
    id,
    `${inner}<bpmn:script>${text(source)}</bpmn:script>`,
    `scriptFormat="feel" dw:resultVariable="${variable}" ${attributes}`,
  );

/** An event on the border of `host`; with `interrupting` false the activity goes on. */
export const boundary = (id: string, host: string, definition: string, interrupting = true, attributes = ''): string =>
  element('boundaryEvent', id, definition, `attachedToRef="${host}" cancelActivity="${interrupting}" ${attributes}`);

/** An event subprocess `id` with the start event `<id>Start` and one user task `<id>Task` behind it. */
export const handler = (id: string, definition: string, interrupting = true, attributes = ''): string =>
  sub(
    id,
    start(`${id}Start`, definition, `isInterrupting="${interrupting}" ${attributes}`) +
      user(`${id}Task`) +
      flows(`${id}Start > ${id}Task`),
    'triggeredByEvent="true"',
  );

/**
 * Sequence flows: "a > b > c", or "a > b if n > 3" for one with a condition. The flow from a to b has the id `a_b`.
 */
export function flows(...chains: readonly string[]): string {
  return chains.flatMap((chain) => chainOf(chain)).join('');
}

function chainOf(chain: string): string[] {
  const at = chain.indexOf(' if ');
  const condition =
    at < 0
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${text(chain.slice(at + 4))}</bpmn:conditionExpression>`;
  const ids = (at < 0 ? chain : chain.slice(0, at)).split(' > ').map((id) => id.trim());
  return ids
    .slice(1)
    .map((id, k) => element('sequenceFlow', `${ids[k]}_${id}`, condition, `sourceRef="${ids[k]}" targetRef="${id}"`));
}

/** An expression as the content of `tag`, in FEEL. */
export const expression = (tag: string, source: string): string =>
  `<bpmn:${tag} xsi:type="bpmn:tFormalExpression">${text(source)}</bpmn:${tag}>`;

// Event definitions. Every drawing declares the messages m and m2, the signals s and s2, the errors E and F and the
// escalations X and Y.
export const message = (ref = 'm'): string => `<bpmn:messageEventDefinition messageRef="${ref}"/>`;
export const signal = (ref = 's'): string => `<bpmn:signalEventDefinition signalRef="${ref}"/>`;
export const error = (ref = 'E'): string =>
  ref === '' ? '<bpmn:errorEventDefinition/>' : `<bpmn:errorEventDefinition errorRef="error_${ref}"/>`;
export const escalation = (ref = 'X'): string =>
  ref === ''
    ? '<bpmn:escalationEventDefinition/>'
    : `<bpmn:escalationEventDefinition escalationRef="escalation_${ref}"/>`;
export const timer = (source = 'PT1H', kind: 'timeDate' | 'timeDuration' | 'timeCycle' = 'timeDuration'): string =>
  `<bpmn:timerEventDefinition>${expression(kind, source)}</bpmn:timerEventDefinition>`;
export const conditional = (source = 'n > 10'): string =>
  `<bpmn:conditionalEventDefinition>${expression('condition', source)}</bpmn:conditionalEventDefinition>`;
export const compensation = (activity = '', wait = true): string =>
  `<bpmn:compensateEventDefinition ${activity === '' ? '' : `activityRef="${activity}"`} waitForCompletion="${wait}"/>`;
export const link = (name = 'here'): string => `<bpmn:linkEventDefinition name="${name}"/>`;
export const cancel = '<bpmn:cancelEventDefinition/>';
export const terminate = '<bpmn:terminateEventDefinition/>';

/** A data mapping of our own: expressions by the variable that gets them. */
export const io = (inputs: Readonly<Record<string, string>>, outputs: Readonly<Record<string, string>> = {}): string =>
  `<bpmn:extensionElements><dw:io>${entries('input', inputs)}${entries('output', outputs)}</dw:io></bpmn:extensionElements>`;

function entries(tag: string, mappings: Readonly<Record<string, string>>): string {
  return Object.entries(mappings)
    .map(([name, value]) => `<dw:${tag} name="${name}" value="${text(value)}"/>`)
    .join('');
}

/** A compensation boundary event on `host` and the user task `undo_<host>` that it leads to. */
export const undoing = (host: string, handlerTask = user(`undo_${host}`, '', 'isForCompensation="true"')): string =>
  boundary(`edge_${host}`, host, compensation()) +
  handlerTask +
  `<bpmn:association id="undoes_${host}" associationDirection="One" sourceRef="edge_${host}" targetRef="undo_${host}"/>`;

const DECLARED = [
  ...['m', 'm2'].map((id) => `<bpmn:message id="${id}" name="${id}"/>`),
  ...['s', 's2'].map((id) => `<bpmn:signal id="${id}" name="${id}"/>`),
  ...['E', 'F'].map((code) => `<bpmn:error id="error_${code}" name="${code}" errorCode="${code}"/>`),
  ...['X', 'Y'].map((code) => `<bpmn:escalation id="escalation_${code}" name="${code}" escalationCode="${code}"/>`),
].join('');

/** An executable process, for a file of several. */
export const process = (id: string, content: string): string => element('process', id, content, 'isExecutable="true"');

/** A complete file: root elements as they are given, with all that every drawing declares. */
export function file(...roots: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:dw="urn:dealwright:bpmn:1" id="file" targetNamespace="urn:test">${DECLARED}${roots.join('')}</bpmn:definitions>`;
}

function text(source: string): string {
  return source.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
