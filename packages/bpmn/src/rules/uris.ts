import { describe } from '../describe.ts';
import { text } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** Attributes that hold a URI, or one of BPMN's own words for a technology ("##WebService", "##Compensate"). */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  'bpmn:Transaction': ['method'],
  'bpmn:ServiceTask': ['implementation'],
  'bpmn:SendTask': ['implementation'],
  'bpmn:ReceiveTask': ['implementation'],
  'bpmn:UserTask': ['implementation'],
  'bpmn:BusinessRuleTask': ['implementation'],
  'bpmn:GlobalUserTask': ['implementation'],
  'bpmn:GlobalBusinessRuleTask': ['implementation'],
  'bpmn:GlobalScriptTask': ['scriptLanguage'],
  'bpmn:FormalExpression': ['language'],
  'bpmn:Definitions': ['targetNamespace', 'expressionLanguage', 'typeLanguage'],
  'bpmn:Import': ['importType', 'namespace'],
};
const OWN_WORD = /^##[A-Za-z]+$/;
/** RFC 3986, appendix A, loosely: its characters only, each % with two hexadecimal digits, one # at most. */
const URI =
  /^(?:[\w.~:/?[\]@!$&'()*+,;=|-]|[\u0080-\uFFFF]|%[0-9a-f]{2})*(?:#(?:[\w.~:/?@!$&'()*+,;=-]|[\u0080-\uFFFF]|%[0-9a-f]{2})*)?$/i;

/** What names a technology, a language or a namespace is a URI (BPMN 2.0.2, 8.2, 10.3.3, 10.3.5). */
export const uris: Rule = ({ index, report, byTheBook }) => {
  for (const element of index.elements) {
    for (const name of ATTRIBUTES[element.$type] ?? []) {
      const value = text(element, name)?.trim();
      if (value === undefined || OWN_WORD.test(value) || URI.test(value) || !byTheBook(element)) continue;
      const words = describe(element);
      report(element, {
        rule: 'uri-invalid',
        severity: 'error',
        en: `"${value}", the ${name} of ${words.en}, is not a URI.`,
        zh: `${words.zh}的 ${name}“${value}”不是有效的 URI。`,
        section: element.$type === 'bpmn:Definitions' || element.$type === 'bpmn:Import' ? '8.2' : '10.3',
      });
    }
  }
};
