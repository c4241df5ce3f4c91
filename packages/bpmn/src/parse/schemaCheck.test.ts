import { expect, it } from 'vitest';
import { inLine, plain } from '../test/plainModel.ts';
import { parseModel } from './parseModel.ts';

const task = (attributes: string, inner = '') => plain(inLine(['t', `<task id="t" ${attributes}>${inner}</task>`]));

async function problems(xml: string): Promise<readonly string[]> {
  return (await parseModel(xml)).problems.map(({ rule, elementId }) => `${rule} ${elementId ?? '-'}`);
}

it.each([
  ['a truth value', task('isForCompensation="yes"'), ['attribute-value t']],
  ['a number', task('startQuantity="two"'), ['attribute-value t']],
  ['a word of the list', plain('<exclusiveGateway id="g" gatewayDirection="Sideways" />'), ['attribute-value g']],
  ['in another case', plain('<exclusiveGateway id="g" gatewayDirection="diverging" />'), ['attribute-value g']],
  ['1 for true', task('isForCompensation="0"'), []],
])('refuses what is no value: %s', async (_what, xml, expected) => {
  expect(await problems(xml)).toEqual(expected);
});

it.each([
  ['both loop markers', '<standardLoopCharacteristics /><multiInstanceLoopCharacteristics />'],
  ['two specifications', '<ioSpecification><inputSet /><outputSet /></ioSpecification>'.repeat(2)],
])('refuses a second one where there can be one: %s', async (_what, inner) => {
  expect(await problems(task('', inner))).toEqual(['child-twice t']);
});

it('leaves attributes and children of other namespaces alone', async () => {
  const xml = task('', '<extensionElements><v:a isExecutable="perhaps"><v:text /><v:text /></v:a></extensionElements>');
  expect(await problems(xml.replace('<definitions ', '<definitions xmlns:v="urn:v" '))).toEqual([]);
});

it('knows BPMN by its namespace, not by its prefix', async () => {
  const xml = task('isForCompensation="yes"')
    .replaceAll(/<(\/?)(?=[a-z])/g, '<$1m:')
    .replace('xmlns=', 'xmlns:m=');
  expect(await problems(xml)).toEqual(['attribute-value t']);
});

it('says in which line, in both languages', async () => {
  const xml = task('startQuantity="two"');
  const [problem] = (await parseModel(xml)).problems;
  expect(problem?.line).toBe(xml.slice(0, xml.indexOf('startQuantity')).split('\n').length);
  expect(problem?.message.en).toContain('a whole number');
  expect(problem?.message.zh).toContain('整数');
});
