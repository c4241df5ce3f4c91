import { expect, test } from 'vitest';
import { parseDecisions } from './parseDecisions.ts';
import { decision, dmn, literal } from './testing/dmn.ts';

const item = (name: string, content: string, attributes = '') =>
  `<itemDefinition name="${name}"${attributes}>${content}</itemDefinition>`;
const of = (type: string) => `<typeRef>${type}</typeRef>`;
const part = (name: string, type: string) => `<itemComponent name="${name}">${of(type)}</itemComponent>`;

/** The type of a decision's variable in a file with these definitions. */
async function typeOf(name: string, definitions: string) {
  const typed = decision('d', literal('1')).replace('<variable ', `<variable typeRef="${name}" `);
  const { decisions } = await parseDecisions(dmn(definitions + typed));
  return decisions[0]?.variable.type;
}

test('a type with fewer values than the one it is of (DMN 1.3, 7.3.3)', async () => {
  const grade = item('Grade', `${of('string')}<allowedValues><text>"A","B"</text></allowedValues>`);
  expect(await typeOf('Grade', grade)).toEqual({ kind: 'base', name: 'string', base: 'string', allowed: '"A","B"' });
  expect(await typeOf('own:Grade', grade)).toMatchObject({ allowed: '"A","B"' });
  expect(await typeOf('Better', item('Better', of('Grade')) + grade)).toMatchObject({ allowed: '"A","B"' });
});

test('a structure, and a collection of it', async () => {
  const people = item('People', of('Person'), ' isCollection="true"') + item('Person', part('Born on', 'date'));
  expect(await typeOf('People', people)).toMatchObject({
    kind: 'list',
    of: { kind: 'context', name: 'Person', entries: [{ name: 'Born on', type: { base: 'date' } }] },
  });
});

test('thirty types that each use the one before twice are read as fast as thirty others', async () => {
  const types = Array.from({ length: 30 }, (_, at) => {
    const below = at === 0 ? 'number' : `T${at - 1}`;
    return item(`T${at}`, part('a', below) + part('b', below));
  });
  const input = '<inputData id="i" name="x"><variable name="x" typeRef="T29" /></inputData>';
  const needs = '<informationRequirement><requiredInput href="#i" /></informationRequirement>';
  const model = await parseDecisions(dmn(types.join('') + input + decision('d', literal('x.a'), needs)));
  expect(model.decisions[0]?.inputs[0]?.type).toMatchObject({ kind: 'context', name: 'T29' });
});

test('a type that is defined twice is refused', async () => {
  await expect(typeOf('T', item('T', of('string')) + item('T', of('number')))).rejects.toMatchObject({
    problems: [{ rule: 'type-duplicate', section: '7.3.3' }],
  });
});
