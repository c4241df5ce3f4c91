import type { FormComponent } from '@dealwright/bpmn/types';

/** The kinds of field the builder offers; others a model may hold stay as they are. */
export const FIELD_TYPES = ['textfield', 'textarea', 'number', 'checkbox', 'select', 'radio', 'datetime'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export function isFieldType(type: string): type is FieldType {
  return (FIELD_TYPES as readonly string[]).includes(type);
}

/** Fields that the deal itself knows: completing the task writes them to the deal. */
export const DEAL_FIELDS: readonly FormComponent[] = [
  {
    type: 'number',
    key: 'deal_value',
    label: 'Deal value',
    properties: { 'label:zh': '商机金额' },
    validate: { min: 0 },
  },
  {
    type: 'datetime',
    subtype: 'date',
    dateLabel: 'Expected close date',
    key: 'deal_expected_close',
    label: 'Expected close date',
    properties: { 'label:zh': '预计成交日期' },
  },
  { type: 'textfield', key: 'deal_next_step', label: 'Next step', properties: { 'label:zh': '下一步' } },
  {
    type: 'select',
    key: 'loss_reason',
    label: 'Loss reason',
    properties: { 'label:zh': '输单原因' },
    validate: { required: true },
    values: [
      { value: 'price', label: 'Price', 'label:zh': '价格' },
      { value: 'competitor', label: 'Lost to a competitor', 'label:zh': '输给竞争对手' },
      { value: 'no_budget', label: 'No budget', 'label:zh': '无预算' },
      { value: 'no_decision', label: 'No decision', 'label:zh': '客户未决策' },
      { value: 'not_a_fit', label: 'Not a fit', 'label:zh': '需求不匹配' },
      { value: 'other', label: 'Other', 'label:zh': '其他' },
    ],
  },
];

/** A new field of a kind, with a key that no other field has. */
export function newField(type: FieldType, taken: ReadonlySet<string>): FormComponent {
  let count = taken.size + 1;
  while (taken.has(`field_${count}`)) count += 1;
  const key = `field_${count}`;
  if (type === 'datetime') return { type, subtype: 'date', key, label: '', dateLabel: '' };
  if (type === 'select' || type === 'radio') {
    return {
      type,
      key,
      label: '',
      values: [
        { label: 'Yes', value: 'yes', 'label:zh': '是' },
        { label: 'No', value: 'no', 'label:zh': '否' },
      ],
    };
  }
  return { type, key, label: '' };
}

/** The field as another kind: its key, labels and duty to answer stay, what no longer fits goes. */
export function withType(field: FormComponent, type: FieldType): FormComponent {
  const { key = '', label = '', properties, validate, values } = field;
  const fresh = newField(type, new Set());
  const kept = {
    key,
    label,
    ...(properties ? { properties } : {}),
    ...(validate?.required ? { validate: { required: true } } : {}),
  };
  if (type === 'datetime') return { ...fresh, ...kept, dateLabel: label };
  if ((type === 'select' || type === 'radio') && values) return { ...fresh, ...kept, values };
  return { ...fresh, ...kept };
}

/** The English label and the Chinese one that stands in the properties. */
export function fieldLabel(field: FormComponent, lang: 'en' | 'zh'): string {
  return (lang === 'en' ? field.label : field.properties?.['label:zh']) ?? '';
}

/**
 * A key made of the English label, for a field that still bears the key it was born with: a condition reads better with
 * `budget_confirmed` than with `field_3`. Null when the field has been given a key, or the label yields none that is free.
 */
export function keyFromLabel(field: FormComponent, label: string, taken: ReadonlySet<string>): string | null {
  if (!/^field_\d+$/.test(field.key ?? '')) return null;
  const words = label.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const key = words.join('_').slice(0, 40).replace(/_$/, '');
  return /^[a-z]/.test(key) && !taken.has(key) ? key : null;
}

export function withFieldLabel(field: FormComponent, lang: 'en' | 'zh', text: string): FormComponent {
  if (lang === 'en') return { ...field, label: text, ...(field.type === 'datetime' ? { dateLabel: text } : {}) };
  const { 'label:zh': _old, ...others } = field.properties ?? {};
  return { ...field, properties: text === '' ? others : { ...others, 'label:zh': text } };
}

type Validate = NonNullable<FormComponent['validate']>;

/** The field with one rule set anew; `undefined` takes the rule away. */
export function withRule<K extends keyof Validate>(
  field: FormComponent,
  rule: K,
  value: Validate[K] | undefined,
): FormComponent {
  const { [rule]: _old, ...others } = field.validate ?? {};
  return { ...field, validate: value === undefined ? others : { ...others, [rule]: value } };
}

/** One option a line: `value`, `value = English`, or `value = English | 中文`. */
export function optionsToText(values: FormComponent['values']): string {
  return (values ?? [])
    .map((option) => {
      const zh = option['label:zh'];
      return `${option.value} = ${option.label}${typeof zh === 'string' && zh !== '' ? ` | ${zh}` : ''}`;
    })
    .join('\n');
}

export function optionsFromText(text: string): NonNullable<FormComponent['values']> {
  return text.split('\n').flatMap((line) => {
    const [value, labels] = splitOnce(line, '=');
    const [en, zh] = splitOnce(labels, '|');
    if (value === '') return [];
    return [{ value, label: en || value, ...(zh === '' ? {} : { 'label:zh': zh }) }];
  });
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
