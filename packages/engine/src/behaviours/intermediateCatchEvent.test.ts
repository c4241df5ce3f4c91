import type { EventDefinition } from '@dealwright/bpmn';
import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const NOW = Date.UTC(2026, 0, 1);
const catching = (event: EventDefinition) =>
  graphOf({ start: 'startEvent', wait: { type: 'intermediateCatchEvent', events: [event] }, after: 'userTask' }, [
    'start > wait',
    'wait > after',
  ]);
const timer = (type: 'date' | 'duration' | 'cycle', source: string) =>
  catching({ kind: 'timer', timer: { type, source } });

test.each([
  ['duration', 'PT90M', NOW + 90 * 60_000],
  ['duration', '=wait', NOW + 86_400_000],
  ['date', '2026-03-01T08:00:00+08:00', Date.UTC(2026, 2, 1)],
  ['date', '2026-03-01T08:00:00', Date.UTC(2026, 2, 1, 8)],
  ['date', '2026-03-01', Date.UTC(2026, 2, 1)],
  ['cycle', 'R3/PT1H', NOW + 3_600_000],
  ['cycle', 'R/2026-03-01T00:00:00Z/PT1H', Date.UTC(2026, 2, 1)],
] as const)('a timer %s %s is due at %i', (type, source, due) => {
  const run = new Simulation(timer(type, source), { now: NOW }).start({ wait: 'P1D' });
  expect(run.wait('wait').to).toEqual({ kind: 'timer', due });
});

test.each([
  ['duration', 'tomorrow'],
  ['date', 'PT1H'],
  ['cycle', 'PT1H'],
  ['cycle', 'R0/PT1H'],
  ['cycle', 'R3/whenever'],
  ['duration', '=number'],
] as const)('a timer %s %s is an incident', (type, source) => {
  expect(new Simulation(timer(type, source)).start({ number: 1 }).wait('wait').code).toBe('timer-invalid');
});

test('goes on when the clock reaches the timer, and not before', () => {
  const run = new Simulation(timer('duration', 'PT1H')).start().advance('PT59M');
  expect(run.open).toEqual(['timer wait']);
  expect(run.advance('PT1M').open).toEqual(['task after']);
});

test('a message is correlated by the value of its expression, and its payload is written', () => {
  const run = new Simulation(catching({ kind: 'message', name: 'm', correlation: 'id' })).start({ id: 'A-1' });
  expect(run.wait('wait').to).toEqual({ kind: 'message', name: 'm', correlation: 'A-1' });
  expect(run.message('m', 'A-1', { x: 1 }).open).toEqual(['task after']);
  expect(run.variables).toMatchObject({ x: 1 });
});

test('a correlation that is no text or number is an incident', () => {
  const graph = catching({ kind: 'message', name: 'm', correlation: 'id' });
  expect(new Simulation(graph).start({ id: null }).wait('wait').code).toBe('correlation-not-text');
});

test('a signal is waited for', () => {
  expect(new Simulation(catching({ kind: 'signal', name: 's' })).start().signal('s').open).toEqual(['task after']);
});
