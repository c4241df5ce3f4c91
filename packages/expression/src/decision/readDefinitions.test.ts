import { expect, test } from 'vitest';
import { DecisionError } from './DecisionError.ts';
import { parseDecisions } from './parseDecisions.ts';
import { decision, dmn, literal, table } from './testing/dmn.ts';

const plain = { inputs: ['n'], outputs: ['r'], rules: ['< 1 | 2'] };

test.each([
  ['1.1', 'http://www.omg.org/spec/DMN/20151101/dmn.xsd'],
  ['1.1 of 2015', 'http://www.omg.org/spec/DMN/20151101/dmn11.xsd'],
  ['1.2', 'http://www.omg.org/spec/DMN/20180521/MODEL/'],
  ['1.3', 'https://www.omg.org/spec/DMN/20191111/MODEL/'],
  ['1.4', 'https://www.omg.org/spec/DMN/20211108/MODEL/'],
  ['1.5', 'https://www.omg.org/spec/DMN/20230324/MODEL/'],
  ['1.6', 'https://www.omg.org/spec/DMN/20240513/MODEL/'],
])('reads DMN %s', async (_version, namespace) => {
  const { decisions } = await parseDecisions(dmn(decision('d', table(plain)), namespace));
  expect(decisions).toMatchObject([{ id: 'd', logic: { kind: 'table', hitPolicy: 'UNIQUE' } }]);
});

test.each([
  ['1.2', 'http://www.omg.org/spec/DMN/20180521/MODEL/', 'http://www.omg.org/spec/DMN/20180521/DMNDI/'],
  ['1.5', 'https://www.omg.org/spec/DMN/20230324/MODEL/', 'https://www.omg.org/spec/DMN/20230324/DMNDI/'],
])('the diagram of DMN %s, and what other tools add, are no hindrance', async (_version, model, diagram) => {
  const shape = `<di:DMNShape dmnElementRef="d"><dc:Bounds x="1" y="1" width="9" height="9" /></di:DMNShape>`;
  const drawn = `<di:DMNDI xmlns:di="${diagram}" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/"><di:DMNDiagram>${shape}</di:DMNDiagram></di:DMNDI>`;
  const vendor = '<v:tag xmlns:v="urn:vendor" />';
  const { decisions } = await parseDecisions(dmn(decision('d', literal('1')) + vendor + drawn, model));
  expect(decisions.map(({ id }) => id)).toEqual(['d']);
});

test('a DMN element that is not known is refused also under a prefix', async () => {
  const prefixed = dmn(decision('d', '<filter />'))
    .replaceAll(/<(\/?)(?!\?)/g, '<$1dmn:')
    .replace('xmlns=', 'xmlns:dmn=');
  await expect(parseDecisions(prefixed)).rejects.toMatchObject({
    problems: [{ rule: 'dmn-unreadable', line: 2, message: { en: expect.stringContaining('<dmn:filter>') as string } }],
  });
});

test('an id that is used twice is told with its line', async () => {
  const twice = dmn(`${decision('d', literal('1'))}\n${decision('d', literal('2'))}`);
  await expect(parseDecisions(twice)).rejects.toMatchObject({
    problems: [{ rule: 'id-duplicate', elementId: 'd', line: 3 }],
  });
});

test('a file full of unreadable content is given up: each place takes the reader a walk through the file', async () => {
  const refused = parseDecisions(dmn('<nothing/>'.repeat(100_000)));
  await expect(refused).rejects.toBeInstanceOf(DecisionError);
  await expect(refused).rejects.toMatchObject({ problems: [{ rule: 'dmn-unreadable' }] });
});
