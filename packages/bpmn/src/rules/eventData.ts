import { definitionsOf } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import { many, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import { isEquivalent, itemDefinitionOf } from './itemDefinition.ts';
import type { Rule } from './Rule.ts';

/** Where an event definition names what it carries. */
const PAYLOADS: Readonly<Record<string, string>> = {
  'bpmn:MessageEventDefinition': 'messageRef',
  'bpmn:SignalEventDefinition': 'signalRef',
  'bpmn:ErrorEventDefinition': 'errorRef',
  'bpmn:EscalationEventDefinition': 'escalationRef',
};

/**
 * An event that handles data has one input (when it throws) or output (when it catches) for each of its definitions
 * that carries something, in their order and of the same structure (BPMN 2.0.2, 10.4.1, "Events", and 10.5.1).
 */
export const eventData: Rule = ({ index, report, byTheBook }) => {
  for (const node of index.nodes) {
    const throws = node.$instanceOf('bpmn:ThrowEvent');
    if (!throws && !node.$instanceOf('bpmn:CatchEvent')) continue;
    const data = many(node, throws ? 'dataInputs' : 'dataOutputs');
    if (data.length === 0) continue;
    const carried = definitionsOf(node).flatMap((definition) => payloadOf(definition) ?? []);
    const words = describe(node);
    const [en, zh] = throws ? ['data inputs', '数据输入'] : ['data outputs', '数据输出'];
    if (data.length !== carried.length) {
      report(node, {
        rule: 'event-data-count',
        severity: byTheBook(node) ? 'error' : 'warning',
        en: `${words.en} has ${data.length} ${en} for ${carried.length} things that it carries; there must be one for each.`,
        zh: `${words.zh}携带 ${carried.length} 项内容，却有 ${data.length} 个${zh}；两者应一一对应。`,
        section: '10.5.1',
      });
      continue;
    }
    for (const [at, item] of data.entries()) {
      const definition = carried[at]?.item;
      if (isEquivalent(itemDefinitionOf(item), definition)) continue;
      report(item, {
        rule: 'event-data-type',
        severity: byTheBook(node) ? 'error' : 'warning',
        en: `${describe(item).en} of ${words.en} has another structure than what the event carries.`,
        zh: `${words.zh}的${describe(item).zh}与事件所携带内容的结构不同。`,
        section: '10.5.1',
      });
    }
  }
};

function payloadOf(definition: BpmnElement): { readonly item: BpmnElement | undefined } | null {
  const property = PAYLOADS[definition.$type];
  const reference = property === undefined ? undefined : one(definition, property);
  return reference ? { item: itemDefinitionOf(reference) } : null;
}
