import type { DrawnProcess } from '../../packages/engine/src/testing/random/index.ts';

/** A piece of a BPMN file. */
export type Xml = string;

/** An element of BPMN's namespace, unless its tag names another. */
export function element(tag: string, given: Readonly<Record<string, string>>, inside: Xml = ''): Xml {
  const name = tag.includes(':') ? tag : `bpmn:${tag}`;
  const words = Object.entries(given).map(([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`);
  return inside === '' ? `<${name}${words.join('')}/>` : `<${name}${words.join('')}>${inside}</${name}>`;
}

export function expression(tag: string, source: string): Xml {
  return element(tag, { 'xsi:type': 'bpmn:tFormalExpression' }, escaped(source));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What a node says in its attributes, where it is not what BPMN takes for granted. */
export function attributes(node: DrawnProcess['nodes'][string]): Readonly<Record<string, string>> {
  const { type, adHoc, script } = node;
  const message = node.events?.find((event) => event.kind === 'message');
  return {
    ...(type === 'eventSubProcess' ? { triggeredByEvent: 'true' } : {}),
    ...(type === 'startEvent' && node.interrupting !== undefined ? { isInterrupting: String(node.interrupting) } : {}),
    ...(node.attachedTo === undefined ? {} : { attachedToRef: node.attachedTo }),
    ...(type === 'boundaryEvent' && node.interrupting !== undefined
      ? { cancelActivity: String(node.interrupting) }
      : {}),
    ...(node.parallelMultiple ? { parallelMultiple: 'true' } : {}),
    ...(node.isForCompensation ? { isForCompensation: 'true' } : {}),
    ...(node.startQuantity === undefined ? {} : { startQuantity: String(node.startQuantity) }),
    ...(node.completionQuantity === undefined ? {} : { completionQuantity: String(node.completionQuantity) }),
    ...(node.calledElement === undefined ? {} : { calledElement: node.calledElement }),
    ...(adHoc ? { ordering: adHoc.sequential ? 'Sequential' : 'Parallel' } : {}),
    ...(adHoc ? { cancelRemainingInstances: String(adHoc.cancelRemaining ?? true) } : {}),
    ...(script ? { scriptFormat: script.language, 'dw:resultVariable': script.resultVariable } : {}),
    ...((type === 'sendTask' || type === 'receiveTask') && message ? { messageRef: message.name } : {}),
  };
}
