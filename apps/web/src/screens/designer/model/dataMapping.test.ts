import { expect, test } from 'vitest';
import { carrying, create, throughFile } from '../../../testing/testModel.ts';
import { dataDirections, readDataMapping, writeDataMapping } from './dataMapping.ts';

test('a mapping comes back from a file as it went in', async () => {
  const mapping = {
    inputs: [{ name: 'amount', value: 'deal_value * 0.9' }],
    outputs: [{ name: 'score', value: 'result.score' }],
  };
  const task = await throughFile(carrying('bpmn:CallActivity', writeDataMapping(mapping, create)));
  expect(readDataMapping(task)).toEqual(mapping);
  expect(writeDataMapping({ inputs: [], outputs: [] }, create)).toEqual([]);
});

test('data goes into what is thrown and comes out of what is caught', () => {
  const event = (type: string, definition: string) =>
    dataDirections(create(type, { eventDefinitions: [create(definition, {})] }));
  expect(event('bpmn:EndEvent', 'bpmn:MessageEventDefinition')).toEqual({ into: true, out: false });
  expect(event('bpmn:BoundaryEvent', 'bpmn:ErrorEventDefinition')).toEqual({ into: false, out: true });
  expect(event('bpmn:BoundaryEvent', 'bpmn:TimerEventDefinition')).toEqual({ into: false, out: false });
  expect(dataDirections(create('bpmn:UserTask', {}))).toEqual({ into: true, out: true });
  expect(dataDirections(create('bpmn:SubProcess', { triggeredByEvent: true }))).toEqual({ into: false, out: false });
});
