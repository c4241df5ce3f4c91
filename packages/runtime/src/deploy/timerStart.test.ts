import { createEvaluator } from '@dealwright/expression';
import { expect, test } from 'vitest';
import { type Firing, firstFiring, nextFiring } from './timerStart.ts';

const evaluator = createEvaluator();
const noon = Date.UTC(2026, 0, 5, 12);
const hour = 3_600_000;
const first = (type: 'date' | 'duration' | 'cycle', source: string) => firstFiring(evaluator, { type, source }, noon);

test.each([
  ['date', '2026-02-01T08:00:00+08:00', Date.UTC(2026, 1, 1), 0],
  ['date', '2026-02-01T08:00:00', Date.UTC(2026, 1, 1, 8), 0],
  ['duration', 'PT2H', noon + 2 * hour, 0],
  ['duration', '="PT" + string(1 + 2) + "H"', noon + 3 * hour, 0],
  ['cycle', 'R3/PT1H', noon + hour, 2],
  ['cycle', 'R/PT1H', noon + hour, null],
  ['cycle', '0 9 * * *', noon + 21 * hour, null],
  ['cycle', 'R2/CRON_TZ=Asia/Shanghai 0 9 * * *', noon + 13 * hour, 1],
  ['cycle', 'R/2026-03-01T00:00:00Z/P1D', Date.UTC(2026, 2, 1), null],
] as const)('%s %s', async (type, source, due, remaining) => {
  expect(await first(type, source)).toEqual({ due, remaining });
});

test.each(['0 0 30 2 *', 'R0/PT1H', 'every day', 'R3', 'PT1H', 'R2/never/PT1H'])(
  'the cycle "%s" is refused',
  async (source) => {
    await expect(first('cycle', source)).rejects.toMatchObject({ code: 'timer-start-invalid' });
  },
);

test('a cycle goes on until it has fired as often as it says', async () => {
  const timer = { type: 'cycle', source: 'R3/PT1H' } as const;
  const fired: number[] = [];
  let firing: Firing | null = await firstFiring(evaluator, timer, noon);
  while (firing) {
    fired.push((firing.due - noon) / hour);
    firing = await nextFiring(evaluator, timer, firing, firing.due);
  }
  expect(fired).toEqual([1, 2, 3]);
});

test('what was missed while the server was down is not made up for', async () => {
  const timer = { type: 'cycle', source: 'R/PT1H' } as const;
  const late = noon + 10 * hour + 5;
  expect(await nextFiring(evaluator, timer, { due: noon, remaining: null }, late)).toEqual({
    due: late + hour,
    remaining: null,
  });
});

test('a cron expression with a year ends with its last date', async () => {
  const timer = { type: 'cycle', source: '0 0 9 6 1 ? 2026' } as const;
  const firing = await firstFiring(evaluator, timer, noon);
  expect(firing).toEqual({ due: noon + 21 * hour, remaining: null });
  expect(await nextFiring(evaluator, timer, firing, firing.due)).toBeNull();
});
