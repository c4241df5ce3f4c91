import { expect, it } from 'vitest';
import { compile } from './compile.ts';
import { parseModel } from '../parse/parseModel.ts';
import { bpmn } from '../test/sampleModel.ts';
import { flow, message, MESSAGE } from '../test/snippets.ts';

const none = (id: string) => `<bpmn:startEvent id="${id}" />`;
const byMessage = (id: string) => `<bpmn:startEvent id="${id}">${message}</bpmn:startEvent>`;
const task = (id: string, attributes = '') => `<bpmn:task id="${id}" ${attributes} />`;
const linkTo =
  '<bpmn:intermediateCatchEvent id="l"><bpmn:linkEventDefinition id="ld" name="x" /></bpmn:intermediateCatchEvent>';
const inside = (content: string, attributes = '') =>
  `<bpmn:subProcess id="sub" ${attributes}>${content}</bpmn:subProcess>`;

it.each([
  ['none start events', none('s') + none('t') + task('a') + flow('f', 's', 'a'), 'p', ['s', 't'], []],
  ['others wait for their trigger', none('s') + byMessage('m1'), 'p', ['s'], []],
  ['a start event by message alone', byMessage('m1') + task('a') + flow('f', 'm1', 'a'), 'p', [], []],
  ['what no flow enters, without start events', task('a') + task('b') + flow('f', 'a', 'b'), 'p', ['a'], []],
  ['and beside start events', none('s') + task('a') + task('b') + flow('f', 's', 'a'), 'p', ['s'], ['b']],
  [
    'not what something else brings to life',
    `${none('s')}${task('undo', 'isForCompensation="true"')}${linkTo}<bpmn:receiveTask id="r" instantiate="true" /><bpmn:eventBasedGateway id="g" instantiate="true" /><bpmn:subProcess id="ev" triggeredByEvent="true">${byMessage('m1')}</bpmn:subProcess>${task('a')}<bpmn:boundaryEvent id="edge" attachedToRef="a"><bpmn:timerEventDefinition id="td" /></bpmn:boundaryEvent>${flow('f', 's', 'a')}`,
    'p',
    ['s'],
    [],
  ],
  ['in a subprocess', none('s') + inside(task('x') + task('y') + flow('g', 'x', 'y')), 'sub', ['x'], []],
  [
    'an event subprocess begins at its start event',
    none('s') + inside(byMessage('m1') + task('x'), 'triggeredByEvent="true"'),
    'sub',
    ['m1'],
    [],
  ],
  ['an empty process', '', 'p', [], []],
])('%s', async (_what, content, scope, starts, implicit) => {
  const graph = compile(await parseModel(bpmn(content, { root: MESSAGE })));
  const node = graph.nodes[graph.nodeIndex.get(scope) ?? -1];
  const ids = (indexes: readonly number[] = []) => indexes.map((index) => graph.nodes[index]?.id);
  expect([ids(node?.starts), ids(node?.implicitStarts)]).toEqual([starts, implicit]);
});
