import { expect, test } from 'vitest';
import { create } from '../../../testing/testModel.ts';
import { namedDecision, worksByConnector } from './namedDecision.ts';

const task = (properties: object) => create('bpmn:BusinessRuleTask', { id: 'rule', ...properties });
const zeebe = (decisionId: string) => ({
  extensionElements: create('bpmn:ExtensionElements', {
    values: [{ $type: 'zeebe:calledDecision', decisionId, resultVariable: 'r' } as never],
  }),
});

test.each([
  ['ours', { 'dw:decision': ' d ', 'dw:decisionResult': 'r' }, { id: 'd', resultVariable: 'r', foreign: false }],
  [
    'ours before another',
    { 'dw:decision': 'd', 'camunda:decisionRef': 'x' },
    { id: 'd', resultVariable: '', foreign: false },
  ],
  [
    'Camunda 7’s',
    { 'camunda:decisionRef': 'd', 'camunda:resultVariable': 'r' },
    { id: 'd', resultVariable: 'r', foreign: true },
  ],
  ['Camunda 8’s', zeebe('d'), { id: 'd', resultVariable: 'r', foreign: true }],
  ['none that is worked out', { 'camunda:decisionRef': '${rule}' }, null],
  ['none that is an expression', zeebe('=rule'), null],
  ['none', {}, null],
])('%s', (_what, properties, expected) => {
  expect(namedDecision(task(properties))).toEqual(expected);
});

test('without a decision it is a machine’s work, with one only if a connector is there', () => {
  const connector = create('bpmn:ExtensionElements', { values: [create('dw:Connector', { type: 'notify' })] });
  expect(worksByConnector(task({}))).toBe(true);
  expect(worksByConnector(task({ 'dw:decision': 'd' }))).toBe(false);
  expect(worksByConnector(task({ 'dw:decision': 'd', extensionElements: connector }))).toBe(true);
  expect(worksByConnector(create('bpmn:UserTask', {}))).toBe(false);
});
