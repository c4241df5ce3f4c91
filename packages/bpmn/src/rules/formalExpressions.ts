import { describe } from '../describe.ts';
import { isElement, type BpmnElement } from '../moddle/BpmnElement.ts';
import { bodyOf } from '../compile/eventDefinitions.ts';
import type { Rule } from './Rule.ts';

/**
 * What an executable process computes must be written so that a machine can compute it: by a formal expression with
 * something in it, not by one in natural language (BPMN 2.0.2, 8.4.6).
 */
export const formalExpressions: Rule = ({ index, report, byTheBook }) => {
  for (const element of index.elements) {
    if (!byTheBook(element)) continue;
    for (const property of element.$descriptor.properties) {
      if (property.isReference === true || property.isMany === true || !EXPRESSIONS.has(property.type)) continue;
      const expression: unknown = element.get(property.name);
      if (!isElement(expression)) continue;
      const wrong = wrongWith(expression);
      if (!wrong) continue;
      const words = describe(holderOf(element));
      report(element, {
        rule: wrong.rule,
        severity: 'error',
        en: `"${property.name}" of ${words.en} ${wrong.en}.`,
        zh: `${words.zh}的“${property.name}”${wrong.zh}。`,
        section: wrong.section,
      });
    }
  }
};

const EXPRESSIONS = new Set(['bpmn:Expression', 'bpmn:FormalExpression']);

function wrongWith(expression: BpmnElement): { rule: string; en: string; zh: string; section: string } | null {
  if (expression.$type !== 'bpmn:FormalExpression') {
    return {
      rule: 'expression-not-formal',
      en: 'is a text for people; an executable process needs a formal expression (xsi:type="tFormalExpression")',
      zh: '是供人阅读的文字；可执行流程需要形式化表达式（xsi:type="tFormalExpression"）',
      section: '8.4.6',
    };
  }
  if (bodyOf(expression).trim() !== '') return null;
  return { rule: 'expression-empty', en: 'is empty', zh: '为空', section: '8.4.6' };
}

/** The element that a person sees: an event definition or loop marker is known by what it stands on. */
function holderOf(element: BpmnElement): BpmnElement {
  const inner = element.$instanceOf('bpmn:EventDefinition') || element.$instanceOf('bpmn:LoopCharacteristics');
  return inner ? (element.$parent ?? element) : element;
}
