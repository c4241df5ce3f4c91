import { describe } from '../describe.ts';
import { expressionsIn } from './expressionsIn.ts';
import type { Rule } from './Rule.ts';

/** Every expression in the model must be well-formed FEEL, or have an equal in it; the check comes from the floor above. */
export const expressions: Rule = ({ index, options, report }) => {
  for (const { element, what, source, feel } of expressionsIn(index)) {
    const words = describe(element);
    if (feel === null) {
      report(element, {
        rule: 'condition-untranslatable',
        severity: 'error',
        en: `The ${what.en} of ${words.en} ("${shorten(source)}") cannot be translated. Write it in FEEL, for example: discount > 15.`,
        zh: `${words.zh}的${what.zh}（“${shorten(source)}”）无法转换。请改写为 FEEL，例如：discount > 15。`,
      });
      continue;
    }
    const wrong = options.checkExpression?.(feel) ?? null;
    if (wrong === null) continue;
    report(element, {
      rule: 'expression-syntax',
      severity: 'error',
      en: `The ${what.en} of ${words.en} is not valid FEEL: "${shorten(feel)}" – ${wrong.en}`,
      zh: `${words.zh}的${what.zh}不是有效的 FEEL 表达式：“${shorten(feel)}”——${wrong.zh}`,
    });
  }
};

function shorten(source: string): string {
  const line = source.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
}
