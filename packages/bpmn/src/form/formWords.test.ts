import { expect, it } from 'vitest';
import { formWords } from './formWords.ts';

it('knows a field and its choices in both languages', () => {
  const words = formWords({
    type: 'default',
    components: [
      {
        type: 'group',
        path: 'who',
        components: [
          {
            type: 'select',
            key: 'kind',
            label: 'Kind',
            properties: { 'label:zh': '类型' },
            values: [
              { label: 'Firm', value: 'firm', 'label:zh': '企业' },
              { label: '2', value: '2' },
            ],
          },
        ],
      },
      { type: 'datetime', key: 'day', dateLabel: 'Day', properties: { 'dateLabel:zh': '日期' } },
      { type: 'textfield', key: 'bare' },
    ],
  });
  expect(Object.fromEntries(words)).toEqual({
    'who.kind': {
      labels: { en: 'Kind', zh: '类型' },
      options: { firm: { en: 'Firm', zh: '企业' }, 2: { en: '2', zh: '2' } },
    },
    day: { labels: { en: 'Day', zh: '日期' }, options: {} },
    bare: { labels: {}, options: {} },
  });
});
