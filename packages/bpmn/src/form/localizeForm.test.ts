import { expect, it } from 'vitest';
import type { FormSchema } from '../ProcessGraph.ts';
import { formFields } from './formFields.ts';
import { localizeForm } from './localizeForm.ts';

const SCHEMA: FormSchema = {
  type: 'default',
  schemaVersion: 18,
  components: [
    { type: 'text', text: 'Hello', properties: { 'text:zh': '您好' } },
    {
      type: 'group',
      label: 'Who',
      path: 'who',
      properties: { 'label:zh': '对象' },
      components: [
        {
          type: 'select',
          key: 'kind',
          label: 'Kind',
          description: 'One',
          properties: { 'label:zh': '类型', 'description:zh': '选一个' },
          values: [{ label: 'Firm', value: 'firm', 'label:zh': '企业' }],
        },
        { type: 'datetime', key: 'day', dateLabel: 'Day', properties: { 'dateLabel:zh': '日期' } },
      ],
    },
    {
      type: 'table',
      label: 'Lines',
      properties: { 'label:zh': '明细' },
      columns: [{ key: 'sku', label: 'Product', 'label:zh': '产品' }],
    },
    {
      type: 'number',
      key: 'price',
      label: '价格',
      properties: { 'label:en': 'Price' },
      appearance: { suffixAdorner: 'days' },
    },
  ],
};

it('puts the texts of one language in place and keeps all else', () => {
  const zh = localizeForm(SCHEMA, 'zh');
  expect(zh.components[0]?.['text']).toBe('您好');
  const group = zh.components[1];
  expect([group?.label, group?.components?.[0]?.label, group?.components?.[0]?.['description']]).toEqual([
    '对象',
    '类型',
    '选一个',
  ]);
  expect(group?.components?.[0]?.values).toEqual([{ label: '企业', value: 'firm', 'label:zh': '企业' }]);
  expect(group?.components?.[1]?.['dateLabel']).toBe('日期');
  expect(zh.components[2]?.['columns']).toEqual([{ key: 'sku', label: '产品', 'label:zh': '产品' }]);
  expect(zh.components[3]?.label).toBe('价格');
  expect(zh['schemaVersion']).toBe(18);
});

it('leaves a text as it is where the language is missing', () => {
  const en = localizeForm(SCHEMA, 'en');
  expect([en.components[0]?.['text'], en.components[3]?.label]).toEqual(['Hello', 'Price']);
});

it('lists the fields with the paths of their groups', () => {
  expect(formFields(SCHEMA).map((field) => [field.key, field.type])).toEqual([
    ['who.kind', 'select'],
    ['who.day', 'datetime'],
    ['price', 'number'],
  ]);
});
