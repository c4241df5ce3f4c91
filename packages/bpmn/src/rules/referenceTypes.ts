import { describe } from '../describe.ts';
import { isElement } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** A reference must lead to the kind of element that it is for: a message event to a message, not to a task (8.3.1). */
export const referenceTypes: Rule = ({ index, report }) => {
  for (const element of index.elements) {
    for (const property of element.$descriptor.properties) {
      // what may refer to anything has a type of the reader's own
      if (property.isReference !== true || property.isVirtual === true || !property.type.includes(':')) continue;
      const value = element.get(property.name);
      for (const target of Array.isArray(value) ? value : [value]) {
        if (!isElement(target) || target.$instanceOf(property.type)) continue;
        // message flows may lead to every pool, activity and event: BPMN's own metamodel forgets the subprocesses
        if (property.type === 'bpmn:InteractionNode') continue;
        // the metamodel has a binding refer to a set of inputs, the text to one input (10.4.1)
        if (element.$type === 'bpmn:InputOutputBinding' && target.$instanceOf('bpmn:ItemAwareElement')) continue;
        const attribute = property.name.replace(/^\w+:/, '');
        const wanted = property.type.replace(/^\w+:/, '');
        report(element, {
          rule: 'reference-wrong-type',
          severity: 'error',
          en: `${describe(element).en} refers by "${attribute}" to ${describe(target).en}; a ${wanted} is expected there.`,
          zh: `${describe(element).zh}的“${attribute}”引用了${describe(target).zh}，此处应为 ${wanted}。`,
          section: '8.3.1',
        });
      }
    }
  }
};
