import { expect, test } from 'vitest';
import { compile } from '../compile/compile.ts';
import { parseModel } from '../parse/parseModel.ts';
import { bpmn } from '../test/sampleModel.ts';
import { quartzCron } from './quartzCron.ts';

test.each([
  ['0 0 9 ? * 2', '0 0 9 ? * MON'],
  ['0 0 9 ? * 2-6', '0 0 9 ? * MON-FRI'],
  ['0 0 9 ? * 1,7', '0 0 9 ? * SUN,SAT'],
  ['0 0 9 ? * 6#3', '0 0 9 ? * FRI#3'],
  ['0 0 9 ? * 6L', '0 0 9 ? * FRI#L'],
  ['0 0 9 ? * 2/2', '0 0 9 ? * MON/2'],
  ['0 0 9 ? * MON-FRI', '0 0 9 ? * MON-FRI'],
  ['0 0/5 * * * ?', '0 0/5 * * * ?'],
  ['0 0 9 1 1 ? 2031', '0 0 9 1 1 ? 2031'],
  ['0 9 * * 2', '0 9 * * 2'],
  ['@daily', '@daily'],
  ['R3/PT1H', 'R3/PT1H'],
])('%s is %s', (source, expected) => {
  expect(quartzCron(source)).toBe(expected);
});

test.each([
  ['Camunda 7 counts days from Sunday as 1', 'xmlns:c="http://camunda.org/schema/1.0/bpmn"', '0 0 9 ? * MON'],
  ['everybody else from Sunday as 0', 'xmlns:c="http://camunda.org/schema/zeebe/1.0"', '0 0 9 ? * 2'],
])('%s', async (_what, namespaces, source) => {
  const timer = '<bpmn:timerEventDefinition><bpmn:timeCycle>0 0 9 ? * 2</bpmn:timeCycle></bpmn:timerEventDefinition>';
  const xml = bpmn(`<bpmn:startEvent id="s">${timer}</bpmn:startEvent>`, { namespaces });
  const graph = compile(await parseModel(xml));
  expect(graph.nodes[1]?.events).toEqual([{ kind: 'timer', timer: { type: 'cycle', source } }]);
});
