import { bodyOf, definitionsOf, timerOf } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import { conditionToFeel, stripEquals } from '../dialects/expressions.ts';
import { extensions, many, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** Every FEEL expression in the model must be well-formed; the check itself comes from the floor above. */
export const expressions: Rule = (context) => {
  for (const flow of context.index.flows) {
    const source = bodyOf(one(flow, 'conditionExpression'));
    if (source === '') continue;
    const feel = conditionToFeel(source);
    if (feel === null) {
      const words = describe(flow);
      context.report(flow, {
        rule: 'condition-untranslatable',
        severity: 'error',
        en: `The condition of ${words.en} ("${shorten(source)}") cannot be translated. Write it in FEEL, for example: discount > 15.`,
        zh: `${words.zh}的条件（“${shorten(source)}”）无法转换。请改写为 FEEL，例如：discount > 15。`,
      });
    } else check(context, flow, feel, 'condition', '条件');
  }
  for (const node of context.index.nodes) {
    for (const definition of definitionsOf(node)) {
      if (definition.$type !== 'bpmn:TimerEventDefinition') continue;
      const source = timerOf(definition)?.source;
      if (source?.startsWith('=') === true) check(context, node, stripEquals(source), 'timer', '定时器');
    }
    for (const assignment of extensions(node, 'dw:Assignment')) {
      const value = text(assignment, 'value');
      if (text(assignment, 'rule') === 'expression' && value !== undefined) {
        check(context, node, stripEquals(value), 'assignment', '分派规则');
      }
    }
    for (const correlation of extensions(node, 'dw:Correlation')) {
      const key = text(correlation, 'key');
      if (key !== undefined) check(context, node, stripEquals(key), 'correlation key', '关联键');
    }
    for (const connector of extensions(node, 'dw:Connector')) {
      for (const entry of [...many(connector, 'inputs'), ...many(connector, 'outputs')]) {
        const value = text(entry, 'value');
        if (value !== undefined)
          check(
            context,
            node,
            stripEquals(value),
            `mapping "${text(entry, 'name') ?? ''}"`,
            `映射“${text(entry, 'name') ?? ''}”`,
          );
      }
    }
  }
};

function check(
  { options, report }: RuleContext,
  element: BpmnElement,
  expression: string,
  en: string,
  zh: string,
): void {
  const wrong = options.checkExpression?.(expression) ?? null;
  if (wrong === null) return;
  const words = describe(element);
  report(element, {
    rule: 'expression-syntax',
    severity: 'error',
    en: `The ${en} of ${words.en} is not valid FEEL: "${shorten(expression)}" – ${wrong.en}`,
    zh: `${words.zh}的${zh}不是有效的 FEEL 表达式：“${shorten(expression)}”——${wrong.zh}`,
  });
}

function shorten(source: string): string {
  const line = source.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
}
