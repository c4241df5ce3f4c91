import { expect, test } from 'vitest';
import { DecisionError } from './DecisionError.ts';
import { mergeDecisions } from './mergeDecisions.ts';
import { parseDecisions } from './parseDecisions.ts';
import { decision, dmn, literal } from './testing/dmn.ts';

test('two files may not have the same decision', async () => {
  const one = await parseDecisions(dmn(decision('d', literal('1'))));
  expect(() => mergeDecisions([one, one])).toThrow(DecisionError);
  const other = await parseDecisions(dmn(decision('e', literal('1'))));
  expect(mergeDecisions([one, other]).decisions.map(({ id }) => id)).toEqual(['d', 'e']);
});
