import { describe, expect, test } from 'vitest';
import { DecisionError } from './DecisionError.ts';
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
      'a function that is not there',
      dmn(decision('d', table({ ...plain, rules: ['is even(?) | 2'] }))),
      ['decision-syntax d'],
    ],
    ['a number with an exponent', dmn(decision('d', literal('1e3'))), ['decision-syntax d']],
    ['an expression without end', dmn(decision('d', literal('1 + '.repeat(2_000) + '1'))), ['decision-syntax d']],
    [
      'several outputs with one name',
      dmn(decision('d', table({ ...plain, outputs: ['r', 'r'], rules: ['< 1 | 1; 2'] }))),
      ['output-name d'],
    ],
    [
      'an unknown type, once',
      dmn(decision('d', table({ ...plain, inputs: ['n: Grade', 'n: Grade'], rules: ['1; 1 | 2'] }))),
      ['type-unknown d'],
    ],
    [
      'a type that holds itself',
      dmn(`<itemDefinition name="T"><typeRef>T</typeRef></itemDefinition>${decision('d', literal('1'))}`),
      ['type-unknown -'],
    ],
    [
      'an expression in another language',
      dmn(
        decision('d', literal('1').replace('<literalExpression', '<literalExpression expressionLanguage="javascript"')),
      ),
      ['expression-language d'],
    ],
    [
      'an import',
      dmn(`<import name="x" namespace="urn:x" importType="x" />${decision('d', literal('1'))}`),
      ['import-unsupported -'],
    ],
    [
      'a boxed expression that DMN 1.3 does not have',
      dmn(decision('d', '<conditional><if /></conditional>')),
      ['dmn-unreadable -'],
    ],
    [
      'a relation with a cell too few',
      dmn(decision('d', `<relation><column name="a" /><column name="b" /><row>${literal('1')}</row></relation>`)),
      ['relation-cells d'],
    ],
    [
      'two requirements with one name',
      dmn(
        decision('a', literal('1'), '', 'X') +
          decision('b', literal('1'), '', 'X') +
          decision('d', literal('X'), requires('a') + requires('b')),
      ),
      ['name-duplicate d'],
    ],
    [
      'input data that is not there',
      dmn(decision('d', literal('1'), '<informationRequirement><requiredInput href="#x" /></informationRequirement>')),
      ['requirement-missing d'],
    ],
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
      'Decision "Discount": the rule 2, input 1 is not valid FEEL: "<". Syntax error',
    );
  });
});

test('a problem tells the line of the rule, or of the decision', async () => {
  const cells = '<inputEntry><text>&lt;</text></inputEntry><outputEntry><text>1</text></outputEntry>';
  const xml = dmn(
    decision('d', table(plain).replace('</decisionTable>', `<rule id="r">${cells}</rule></decisionTable>`)),
  );
  await expect(parseDecisions(xml)).rejects.toMatchObject({
    problems: [
      { elementId: 'd', partId: 'r', line: 1 + xml.slice(0, xml.indexOf('<rule id="r"')).split('\n').length - 1 },
    ],
  });
  await expect(parseDecisions(dmn(`\n\n${decision('d', literal('1 +'))}`))).rejects.toMatchObject({
    problems: [{ line: 4 }],
  });
});

test('a file is read once, also one that is refused', async () => {
  const [right, wrong] = [dmn(decision('d', literal('1'))), dmn(decision('d', literal('1 +')))];
  expect(await parseDecisions(right)).toBe(await parseDecisions(right));
  await expect(parseDecisions(wrong)).rejects.toBeInstanceOf(DecisionError);
  await expect(parseDecisions(wrong)).rejects.toBeInstanceOf(DecisionError);
});

test('of very many problems the first hundred are told', async () => {
  const rules = Array.from({ length: 300 }, (_, at) => `< | ${at} +`);
  await expect(parseDecisions(dmn(decision('d', table({ ...plain, rules }))))).rejects.toMatchObject({
    problems: expect.objectContaining({ length: 100 }) as unknown,
  });
});
