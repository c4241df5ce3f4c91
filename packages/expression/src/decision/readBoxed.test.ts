import { expect, test } from 'vitest';
import { parseDecisions } from './parseDecisions.ts';
import { decision, dmn, literal } from './testing/dmn.ts';

test('FEEL by its address is FEEL', async () => {
  const address = 'https://www.omg.org/spec/DMN/20191111/FEEL/';
  const xml = dmn(decision('d', literal('1'))).replace('<definitions', `<definitions expressionLanguage="${address}"`);
  await expect(parseDecisions(xml)).resolves.toMatchObject({ decisions: [{ id: 'd' }] });
});

test.each([
  ['${amount > 5}', 'amount > 5'],
  ['amount > 5 && ok', 'amount > 5 and ok'],
])('JUEL, the language of older models, becomes FEEL: %s', async (juel, feel) => {
  const logic = literal(juel).replace('<literalExpression', '<literalExpression expressionLanguage="juel"');
  await expect(parseDecisions(dmn(decision('d', logic)))).resolves.toMatchObject({
    decisions: [{ logic: { kind: 'literal', text: feel } }],
  });
});

test('a function in Java has no place here', async () => {
  const logic = `<functionDefinition kind="Java">${literal('1')}</functionDefinition>`;
  await expect(parseDecisions(dmn(decision('d', logic)))).rejects.toMatchObject({
    problems: [{ rule: 'function-kind', elementId: 'd' }],
  });
});
