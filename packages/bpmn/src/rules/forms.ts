import { formOf, isFormSchema } from '../compile/business.ts';
import { describe } from '../describe.ts';
import { compilePattern } from '../form/matchesPattern.ts';
import { formFields } from '../form/formFields.ts';
import { extensions, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { FormComponent } from '../ProcessGraph.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** The embedded form: readable, with unique keys, in both languages, and not longer than agreed. */
export const forms: Rule = (context) => {
  for (const node of context.index.nodes) {
    for (const form of extensions(node, 'dw:Form')) checkForm(context, node, form);
  }
};

function checkForm({ report }: RuleContext, node: BpmnElement, form: BpmnElement): void {
  const words = describe(node);
  const problem = (rule: string, en: string, zh: string, severity: 'error' | 'warning' = 'error') =>
    report(node, { rule, severity, en: `The form of ${words.en} ${en}`, zh: `${words.zh}的表单${zh}` });
  const source = text(form, 'schema');
  if (source === undefined) {
    problem('form-empty', 'is empty.', '为空。', 'warning');
    return;
  }
  try {
    const parsed: unknown = JSON.parse(source);
    if (!isFormSchema(parsed)) {
      problem(
        'form-schema',
        'is not a form-js schema: it needs a list of "components", each with a type.',
        '不是 form-js 结构：需要“components”列表，且每个组件都有类型。',
      );
      return;
    }
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : String(error);
    problem('form-json', `is not valid JSON: ${reason}.`, `不是有效的 JSON：${reason}。`);
    return;
  }
  const schema = formOf(node);
  const fields = schema ? formFields(schema) : [];
  const seen = new Set<string>();
  for (const field of fields) {
    if (seen.has(field.key))
      problem(
        'form-key-duplicate',
        `has two fields with the key "${field.key}".`,
        `有两个字段使用了相同的键“${field.key}”。`,
      );
    seen.add(field.key);
    const pattern = field.component.validate?.pattern;
    if (pattern !== undefined && (typeof pattern !== 'string' || compilePattern(pattern) === null)) {
      problem(
        'form-pattern',
        `has a pattern at "${field.key}" that cannot be used: write a plain regular expression without look-around or back-references.`,
        `中“${field.key}”的校验规则无法使用：请使用不含环视和反向引用的普通正则表达式。`,
      );
    }
  }
  const budget = form.get('fieldBudget');
  if (typeof budget === 'number' && fields.length > budget) {
    problem(
      'form-over-budget',
      `has ${fields.length} fields, but its budget is ${budget}. Ask only what is needed now.`,
      `有 ${fields.length} 个字段，超过预算 ${budget} 个。请只填当前必需的内容。`,
      'warning',
    );
  }
  const untranslated = fields.filter(({ component }) => !isTranslated(labelOf(component), component.properties));
  if (untranslated.length > 0) {
    const keys = untranslated.map((field) => field.key).join(', ');
    problem(
      'form-label-missing',
      `lacks a Chinese or an English label for: ${keys}.`,
      `缺少以下字段的中文或英文标签：${keys}。`,
      'warning',
    );
  }
}

/** form-js shows a date's `dateLabel`, a time's `timeLabel`, and everything else's `label`. */
function labelOf({ label, dateLabel, timeLabel }: FormComponent): string | undefined {
  return [label, dateLabel, timeLabel].find((text): text is string => typeof text === 'string' && text !== '');
}

/** The label's own language is told by its letters; the other stands in the properties. */
function isTranslated(label: string | undefined, properties: Readonly<Record<string, string>> | undefined): boolean {
  const chinese = label !== undefined && /\p{Script=Han}/u.test(label);
  const of = (language: string) =>
    ['label', 'dateLabel', 'timeLabel'].map((name) => properties?.[`${name}:${language}`]).find(Boolean);
  const zh = of('zh') ?? (chinese ? label : undefined);
  const en = of('en') ?? (chinese ? undefined : label);
  return Boolean(zh) && Boolean(en);
}
