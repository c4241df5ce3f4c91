import { expect, test } from 'vitest';
import { create } from '../../../testing/testModel.ts';
import { readTimer, writeTimer } from './timer.ts';

test.each([
  { type: 'duration', source: 'PT8H' },
  { type: 'date', source: '= close_date' },
  { type: 'cycle', source: 'R3/PT10M' },
] as const)('a $type timer is read as it was written', (timer) => {
  const definition = create('bpmn:TimerEventDefinition', writeTimer(timer, create));
  expect(readTimer(definition)).toEqual(timer);
});

test('a timer of another type clears the one before', () => {
  const definition = create('bpmn:TimerEventDefinition', writeTimer({ type: 'duration', source: 'PT1H' }, create));
  for (const [key, value] of Object.entries(writeTimer({ type: 'cycle', source: 'R/PT1H' }, create))) {
    definition.set(key, value);
  }
  expect(readTimer(definition)).toEqual({ type: 'cycle', source: 'R/PT1H' });
});
