import { describe } from '../describe.ts';
import { many, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** Correlation keys, the properties they are made of, and how a process subscribes to them (BPMN 2.0.2, 8.4.2). */
export const correlations: Rule = (context) => {
  for (const element of context.index.elements) {
    if (element.$type === 'bpmn:CorrelationKey' && many(element, 'correlationPropertyRef').length === 0) {
      refuse(context, element, 'correlation-key-empty', 'is made of no correlation property', '不包含任何关联属性');
    }
    if (element.$type === 'bpmn:CorrelationProperty') checkProperty(context, element);
    if (element.$type === 'bpmn:CorrelationSubscription') checkSubscription(context, element);
  }
};

/** A property says once for each message where its value stands. */
function checkProperty(context: RuleContext, property: BpmnElement): void {
  const seen = new Set<BpmnElement>();
  for (const retrieval of many(property, 'correlationPropertyRetrievalExpression')) {
    const message = one(retrieval, 'messageRef');
    if (message && seen.has(message)) {
      refuse(
        context,
        property,
        'correlation-retrieval-twice',
        `says twice where it stands in ${describe(message).en}`,
        `对${describe(message).zh}重复说明了取值位置`,
      );
    }
    if (message) seen.add(message);
  }
}

/** A subscription binds the properties of its key, each once, and no others. */
function checkSubscription(context: RuleContext, subscription: BpmnElement): void {
  const key = one(subscription, 'correlationKeyRef');
  if (!key) return;
  const properties = new Set(many(key, 'correlationPropertyRef'));
  const bound = many(subscription, 'correlationPropertyBinding').flatMap(
    (binding) => one(binding, 'correlationPropertyRef') ?? [],
  );
  if (
    bound.length === properties.size &&
    new Set(bound).size === bound.length &&
    bound.every((one) => properties.has(one))
  )
    return;
  const holder = subscription.$parent ?? subscription;
  refuse(
    context,
    holder,
    'correlation-bindings',
    `subscribes to ${describe(key).en} without binding exactly the properties that it is made of`,
    `订阅了${describe(key).zh}，但绑定的属性与其组成不一致`,
  );
}

function refuse({ report }: RuleContext, element: BpmnElement, rule: string, en: string, zh: string): void {
  const words = describe(element);
  report(element, { rule, severity: 'error', en: `${words.en} ${en}.`, zh: `${words.zh}${zh}。`, section: '8.4.2' });
}
