import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

function every(source: string, type: 'date' | 'duration' | 'cycle' = 'cycle'): Simulation {
  const run = new Simulation(
    graphOf(
      {
        start: 'startEvent',
        work: 'userTask',
        edge: {
          type: 'boundaryEvent',
          attachedTo: 'work',
          interrupting: false,
          events: [{ kind: 'timer', timer: { type, source } }],
        },
        aside: 'userTask',
      },
      ['start > work', 'edge > aside'],
    ),
  );
  run.now = Date.parse('2026-03-28T12:00:00Z');
  return run.start();
}
const dueAt = (run: Simulation): number => {
  const { to } = run.wait('edge');
  return to?.kind === 'timer' && 'due' in to ? to.due : Number.NaN;
};
const dueOf = (run: Simulation) => new Date(dueAt(run)).toISOString();
const fire = (run: Simulation) => {
  run.now = dueAt(run);
  return run.dispatch({ type: 'trigger', token: run.wait('edge').token, variables: {} });
};

test('a cron expression keeps its local time of day when clocks change', () => {
  const run = every('CRON_TZ=Europe/Berlin 0 9 * * *');
  expect(dueOf(run)).toBe('2026-03-29T07:00:00.000Z');
  fire(run);
  expect(dueOf(run)).toBe('2026-03-30T07:00:00.000Z');
});

test('a cron expression with a count fires that often', () => {
  const run = every('R2/0 9 * * *');
  fire(run);
  expect(dueOf(run)).toBe('2026-03-30T09:00:00.000Z');
  fire(run);
  expect(run.open).toEqual(['task aside', 'task aside', 'task work']);
});

test('a cron expression that names one more date fires once and ends', () => {
  const run = every('0 0 9 1 4 ? 2026');
  fire(run);
  expect(run.open).toEqual(['task aside', 'task work']);
});

test.each([
  ['cycle', 'R0/P1D'],
  ['cycle', '0 0 30 2 *'],
  ['cycle', 'whenever it suits you best'],
  ['duration', '0 9 * * *'],
  ['date', '0 9 * * *'],
] as const)('a %s "%s" is told as an incident', (type, source) => {
  expect(every(source, type).wait('work')).toMatchObject({ kind: 'incident', code: 'timer-invalid' });
});
