import { describe } from '../describe.ts';
import { one, text } from '../moddle/BpmnElement.ts';
import { isCollection } from './itemDefinition.ts';
import type { Rule } from './Rule.ts';

const HOLDERS = new Set(['bpmn:DataInput', 'bpmn:DataOutput', 'bpmn:DataObject']);

/**
 * What data says of itself (BPMN 2.0.2, 10.4.1): it is a collection exactly where its item definition is one, it is
 * read and written through what BPMN calls it by, and a data object reference is named after its object and state.
 */
export const itemDefinitions: Rule = ({ index, report, byTheBook }) => {
  for (const element of index.elements) {
    const item = HOLDERS.has(element.$type) ? one(element, 'itemSubjectRef') : undefined;
    if (item && isCollection(item) !== isCollection(element)) {
      const words = describe(element);
      report(element, {
        rule: 'collection-mismatch',
        severity: byTheBook(element) ? 'error' : 'warning',
        en: `${words.en} ${isCollection(element) ? 'is' : 'is not'} a collection, but its item definition says the opposite. Set isCollection alike on both.`,
        zh: `${words.zh}${isCollection(element) ? '是' : '不是'}集合，但其数据项定义与此相反。请将两处的 isCollection 设为一致。`,
        section: '10.4.1',
      });
    }
    if (element.$type !== 'bpmn:DataObjectReference') continue;
    const object = one(element, 'dataObjectRef');
    if (!object && byTheBook(element)) {
      report(element, {
        rule: 'data-object-missing',
        severity: 'error',
        en: `${describe(element).en} refers to no data object.`,
        zh: `${describe(element).zh}没有引用任何数据对象。`,
        section: '10.4.1',
      });
    }
    const state = one(element, 'dataState');
    const [name, objectName, stateName] = [
      text(element, 'name'),
      object && text(object, 'name'),
      state && text(state, 'name'),
    ];
    if (name === undefined || objectName === undefined || stateName === undefined) continue;
    const expected = `${objectName} [${stateName}]`;
    if (spaceless(name) === spaceless(expected) || !byTheBook(element)) continue;
    report(element, {
      rule: 'data-state-name',
      severity: 'error',
      en: `${describe(element).en} must be called after its data object and state: "${expected}".`,
      zh: `${describe(element).zh}应以其数据对象和状态命名：“${expected}”。`,
      section: '10.4.1',
    });
  }
};

function spaceless(name: string): string {
  return name.replace(/\s+/g, '');
}
