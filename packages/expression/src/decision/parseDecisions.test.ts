import { describe, expect, test } from 'vitest';
import { DecisionError } from './DecisionError.ts';
import { mergeDecisions } from './mergeDecisions.ts';
import { parseDecisions } from './parseDecisions.ts';
import { decision, dmn, literal, requires, table } from './testing/dmn.ts';

async function refusal(xml: string): Promise<readonly string[]> {
  const error: unknown = await parseDecisions(xml).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DecisionError)) throw new Error('not refused', { cause: error });
  for (const { message } of error.problems) expect(message.zh).toMatch(/\p{Script=Han}/u);
  return error.problems.map(({ rule, elementId }) => `${rule} ${elementId ?? '-'}`);
}

const plain = { inputs: ['n'], outputs: ['r'], rules: ['< 1 | 2'] };

test.each([
  ['1.1', 'http://www.omg.org/spec/DMN/20151101/dmn.xsd'],
  ['1.2', 'http://www.omg.org/spec/DMN/20180521/MODEL/'],
  ['1.3', 'https://www.omg.org/spec/DMN/20191111/MODEL/'],
  ['1.4', 'https://www.omg.org/spec/DMN/20211108/MODEL/'],
  ['1.5', 'https://www.omg.org/spec/DMN/20230324/MODEL/'],
])('reads DMN %s', async (_version, namespace) => {
  const { decisions } = await parseDecisions(dmn(decision('d', table(plain)), namespace));
  expect(decisions).toMatchObject([{ id: 'd', logic: { kind: 'table', hitPolicy: 'UNIQUE' } }]);
});

describe('what is wrong is told with its place', () => {
  test.each<[string, string, readonly string[]]>([
    ['no XML at all', 'nonsense', ['dmn-missing -']],
    ['broken XML', dmn('<decision id="d">'), ['dmn-broken -']],
    ['a DTD', `<!DOCTYPE x [<!ENTITY a "b">]>${dmn('')}`, ['dmn-doctype -']],
    ['too large', dmn(' '.repeat(2_000_001)), ['dmn-too-large -']],
    ['BPMN instead', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" />', ['dmn-missing -']],
    ['no decision', dmn('<inputData id="i" name="i" />'), ['decision-missing -']],
    ['a decision without logic', dmn(decision('d', '')), ['decision-logic-missing d']],
    ['an unknown hit policy', dmn(decision('d', table({ ...plain, hitPolicy: 'BEST' }))), ['hit-policy-unknown d']],
    [
      'an aggregator without COLLECT',
      dmn(decision('d', table({ ...plain, hitPolicy: 'FIRST', aggregation: 'SUM' }))),
      ['aggregation-misplaced d'],
    ],
    [
      'priority without values',
      dmn(decision('d', table({ ...plain, hitPolicy: 'PRIORITY' }))),
      ['output-values-missing d'],
    ],
    ['a rule with a cell too few', dmn(decision('d', table({ ...plain, inputs: ['n', 'm'] }))), ['rule-cells d']],
    ['a cell that is no FEEL', dmn(decision('d', table({ ...plain, rules: ['< | 2'] }))), ['decision-syntax d']],
    ['an output that is no FEEL', dmn(decision('d', table({ ...plain, rules: ['< 1 | 2 +'] }))), ['decision-syntax d']],
    ['an expression that is no FEEL', dmn(decision('d', literal('1 +'))), ['decision-syntax d']],
    [
      'a required decision that is not there',
      dmn(decision('d', literal('1'), requires('x'))),
      ['requirement-missing d'],
    ],
    [
      'decisions that require each other',
      dmn(decision('a', literal('1'), requires('b')) + decision('b', literal('1'), requires('a'))),
      ['requirement-cycle a', 'requirement-cycle b'],
    ],
  ])('%s', async (_what, xml, expected) => {
    expect(await refusal(xml)).toEqual(expected);
  });

  test('the cell is named by table, rule and column', async () => {
    const xml = dmn(decision('d', table({ ...plain, rules: ['< 1 | 2', '< | 3'] }), '', 'Discount'));
    await expect(parseDecisions(xml)).rejects.toThrow(
      'Decision "Discount": the rule 2, input 1 is not valid FEEL: "<".',
    );
  });
});

test('two files may not have the same decision', async () => {
  const one = await parseDecisions(dmn(decision('d', literal('1'))));
  expect(() => mergeDecisions([one, one])).toThrow(DecisionError);
  const other = await parseDecisions(dmn(decision('e', literal('1'))));
  expect(mergeDecisions([one, other]).decisions.map(({ id }) => id)).toEqual(['d', 'e']);
});
