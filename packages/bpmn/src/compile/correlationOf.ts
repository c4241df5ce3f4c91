import { conditionToFeel, stripEquals } from '../dialects/expressions.ts';
import { readDialects } from '../dialects/readDialects.ts';
import { processOf, type ModelIndex } from '../ModelIndex.ts';
import { extensions, many, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import { bodyOf } from './eventDefinitions.ts';

/**
 * The FEEL expression that a message is correlated by: our own `dw:correlation`, else the dialect's, else BPMN's
 * correlation properties (BPMN 2.0.2, 8.4.2). Null when there is none.
 *
 * Who sends takes each property from the message (its retrieval expression); who waits compares with its own context
 * (the data path that the process's correlation subscription binds to the property), or, without a subscription, with
 * what the same retrieval expression gives over its variables, where the first message of the conversation has left
 * its content (key-based correlation). A key of several properties is compared as a whole.
 */
export function correlationOf(node: BpmnElement, message: BpmnElement | undefined, index: ModelIndex): string | null {
  const own = extensions(node, 'dw:Correlation')[0];
  const key = own ? text(own, 'key') : undefined;
  if (key !== undefined) return stripEquals(key);
  const mapped =
    (message ? readDialects(message, index.model.prefixes).correlation : undefined) ??
    readDialects(node, index.model.prefixes).correlation;
  return mapped ?? (message ? byProperties(node, message, index) : null);
}

function byProperties(node: BpmnElement, message: BpmnElement, index: ModelIndex): string | null {
  const bindings = node.$instanceOf('bpmn:ThrowEvent') || node.$type === 'bpmn:SendTask' ? null : bindingsOf(node);
  const parts = propertiesOf(message, index).flatMap(([property, path]) => bindings?.get(property) ?? path);
  if (parts.length < 2) return parts[0] ?? null;
  return parts.map((part) => `string(${part})`).join(' + "|" + ');
}

/** The properties of a message, in the order of the file, each with the expression that takes it from the message. */
function propertiesOf(message: BpmnElement, index: ModelIndex): (readonly [BpmnElement, string])[] {
  return index.elements.flatMap((property) => {
    if (property.$type !== 'bpmn:CorrelationProperty') return [];
    const retrieval = many(property, 'correlationPropertyRetrievalExpression').find(
      (expression) => one(expression, 'messageRef') === message,
    );
    const path = retrieval ? bodyOf(one(retrieval, 'messagePath')) : '';
    return path === '' ? [] : [[property, conditionToFeel(path) ?? path.trim()] as const];
  });
}

function bindingsOf(node: BpmnElement): ReadonlyMap<BpmnElement, string> {
  const process = processOf(node);
  const bindings = new Map<BpmnElement, string>();
  for (const subscription of process ? many(process, 'correlationSubscriptions') : []) {
    for (const binding of many(subscription, 'correlationPropertyBinding')) {
      const property = one(binding, 'correlationPropertyRef');
      const path = bodyOf(one(binding, 'dataPath'));
      if (property && path !== '') bindings.set(property, conditionToFeel(path) ?? path.trim());
    }
  }
  return bindings;
}
