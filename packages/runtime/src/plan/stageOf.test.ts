import { compile, parseModel } from '@dealwright/bpmn';
import type { State } from '@dealwright/engine';
import { expect, test } from 'vitest';
import { flows, model } from '../testing/model.ts';
import { stageOf } from './stageOf.ts';

const graph = compile(
  await parseModel(
    model(`
    <bpmn:extensionElements>
      <dw:stages><dw:stage id="early" /><dw:stage id="middle" /><dw:stage id="late" /></dw:stages>
    </bpmn:extensionElements>
    <bpmn:startEvent id="start" /><bpmn:parallelGateway id="fork" />
    <bpmn:userTask id="a" dw:stage="early" /><bpmn:userTask id="b" dw:stage="late" />
    <bpmn:subProcess id="sub" dw:stage="middle">
      <bpmn:startEvent id="in" /><bpmn:userTask id="c" /><bpmn:endEvent id="out" />${flows('in>c>out')}
    </bpmn:subProcess>
    <bpmn:endEvent id="end" />
    ${flows('start>fork>a>end', 'fork>b>end', 'fork>sub>end')}`),
  ),
);
const at = (id: string) => graph.nodeIndex.get(id) ?? -1;
const standing = (...ids: string[]): State => ({
  v: 1,
  status: 'active',
  next: 9,
  tokens: ids.map((id, index) => ({ id: index + 1, node: at(id), scope: 0 })),
  scopes: [],
});

test('of all stages with a token, the one furthest along', () => {
  expect(stageOf(graph, standing('b', 'a'), [], null)).toBe('late');
  expect(stageOf(graph, standing('a'), [], 'late')).toBe('early');
});

test('a node without a stage is in that of the subprocess around it', () => {
  expect(stageOf(graph, standing('a', 'c'), [], null)).toBe('middle');
});

test('a token that only watches for an event stands nowhere', () => {
  const watching = { id: 5, node: at('b'), scope: 0, data: { on: 1 } };
  const state = standing('a');
  expect(stageOf(graph, { ...state, tokens: [...state.tokens, watching] }, [], null)).toBe('early');
});

test('where no token stands in a stage, it stays the last one entered, else the one before', () => {
  const entered = [
    { type: 'enter', node: at('c'), token: 1, scope: 0 },
    { type: 'enter', node: at('end'), token: 2, scope: 0 },
  ] as const;
  expect(stageOf(graph, standing(), entered, 'early')).toBe('middle');
  expect(stageOf(graph, standing('fork'), [], 'early')).toBe('early');
});
