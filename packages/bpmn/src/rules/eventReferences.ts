import { describe } from '../describe.ts';
import { many } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** An event may share only a definition that stands on its own in the file, not one of another event (BPMN 2.0.2, 10.5.1). */
export const eventReferences: Rule = ({ index, report }) => {
  for (const node of index.nodes) {
    if (!node.$instanceOf('bpmn:CatchEvent') && !node.$instanceOf('bpmn:ThrowEvent')) continue;
    for (const definition of many(node, 'eventDefinitionRef')) {
      const holder = definition.$parent;
      if (!holder || !definition.$instanceOf('bpmn:EventDefinition') || holder.$type === 'bpmn:Definitions') continue;
      report(node, {
        rule: 'event-definition-not-shared',
        severity: 'error',
        en: `${describe(node).en} uses the event definition of ${describe(holder).en}; only one that stands outside of all processes can be shared.`,
        zh: `${describe(node).zh}使用了${describe(holder).zh}的事件定义；只有位于所有流程之外的定义才能共用。`,
        section: '10.5.1',
      });
    }
  }
};
