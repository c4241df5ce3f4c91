import { expect, test } from 'vitest';
import { readFeelTexts, writeFeelTexts } from './feelTexts.ts';

test('a list of texts is read as it was written, quotes and all', () => {
  const texts = ['ann@example.com', 'the "big" deals', '法务'];
  expect(readFeelTexts(writeFeelTexts(texts))).toEqual(texts);
  expect(readFeelTexts('[]')).toEqual([]);
});

test('any other expression is none', () => {
  for (const other of ['approvers', '[owner, "finance"]', '[1, 2]', '"finance"', ''])
    expect(readFeelTexts(other)).toBeNull();
});
