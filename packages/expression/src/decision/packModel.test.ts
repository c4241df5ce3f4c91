import { expect, test } from 'vitest';
import { packModel, unpackModel } from './packModel.ts';
import { parseDecisions } from './parseDecisions.ts';
import { decision, dmn, literal } from './testing/dmn.ts';

const modelOf = (expression: string) => parseDecisions(dmn(decision('d', literal(expression))));

test('what is unpacked is what was packed, and each is made once', async () => {
  const model = await modelOf('1 + a');
  const packed = packModel(model);
  expect(packModel(model)).toBe(packed);
  expect(unpackModel(packed)).toEqual(model);
  expect(unpackModel(packed)).toBe(unpackModel(packed));
});

test('two models with the same decision are two', async () => {
  const [one, other] = [packModel(await modelOf('1')), packModel(await modelOf('2'))];
  expect(one.key).not.toBe(other.key);
  expect([one, other, one].map(unpackModel)).toMatchObject([
    { decisions: [{ logic: { text: '1' } }] },
    { decisions: [{ logic: { text: '2' } }] },
    { decisions: [{ logic: { text: '1' } }] },
  ]);
});
