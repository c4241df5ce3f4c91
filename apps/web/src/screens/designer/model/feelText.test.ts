import { expect, test } from 'vitest';
import { showFeelText, writeFeelText } from './feelText.ts';

test.each([
  ['https://crm.example/orders', '"https://crm.example/orders"'],
  ['Offer for "Ann"', '"Offer for \\"Ann\\""'],
  ['= "Offer for " + name', '"Offer for " + name'],
  ['= email', 'email'],
  ['', ''],
])('%s is written as %s and shown as it was typed', (typed, feel) => {
  expect(writeFeelText(typed)).toBe(feel);
  expect(showFeelText(feel)).toBe(typed);
});

test('an expression with the mark before it is shown with one', () => {
  expect(showFeelText('=name')).toBe('= name');
  expect(showFeelText('  = "text"')).toBe('text');
});

test('a text that begins with the mark is not taken for an expression', () => {
  expect(showFeelText('"=x"')).toBe('= "=x"');
  expect(writeFeelText(showFeelText('"=x"'))).toBe('"=x"');
});
