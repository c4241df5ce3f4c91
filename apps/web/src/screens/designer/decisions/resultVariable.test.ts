import { expect, test } from 'vitest';
import { resultVariable } from './resultVariable.ts';

test.each([
  ['Discount level', 'discountLevel'],
  ['DiscountLevel', 'discountLevel'],
  ['VAT rate (new)', 'VATRateNew'],
  ['折扣 级别', '折扣级别'],
  ['2nd level', 'theId'],
  ['–', 'theId'],
])('%s → %s', (variable, expected) => {
  expect(resultVariable({ id: 'the-id', variable })).toBe(expected);
});

test('where neither name nor id can be one', () => {
  expect(resultVariable({ id: '1', variable: '' })).toBe('result');
});
