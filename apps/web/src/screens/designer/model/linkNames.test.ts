import { expect, test } from 'vitest';
import { create } from '../../../testing/testModel.ts';
import { linkNames } from './linkNames.ts';

const link = (type: string, name: string) =>
  create(type, { eventDefinitions: [create('bpmn:LinkEventDefinition', { name })] });

test('a link is offered the names of the other side, each once', () => {
  const thrower = link('bpmn:IntermediateThrowEvent', 'A');
  const catcher = link('bpmn:IntermediateCatchEvent', 'B');
  const flowElements = [thrower, link('bpmn:IntermediateThrowEvent', 'A'), catcher, create('bpmn:UserTask', {})];
  const process = create('bpmn:Process', { flowElements });
  for (const element of flowElements) Object.assign(element, { $parent: process });
  expect(linkNames(thrower)).toEqual(['B']);
  expect(linkNames(catcher)).toEqual(['A']);
});
