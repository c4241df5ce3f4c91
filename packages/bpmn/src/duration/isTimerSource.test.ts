import { expect, test } from 'vitest';
import { isTimerSource } from './isTimerSource.ts';

test.each([
  ['date', '2026-03-31T09:00:00Z'],
  ['duration', 'PT8H'],
  ['cycle', 'R3/P1D'],
  ['cycle', 'R/PT1H'],
  ['cycle', 'R/2026-03-31T09:00:00Z/PT1H'],
  ['cycle', '0 9 * * MON'],
  ['cycle', '0 0/5 * * * ?'],
  ['cycle', 'R3/CRON_TZ=Europe/Berlin 0 9 * * MON-FRI'],
  ['duration', '=wait'],
] as const)('a %s may be %s', (type, source) => {
  expect(isTimerSource({ type, source })).toBe(true);
});

test.each([
  ['date', 'PT8H'],
  ['duration', '-PT8H'],
  ['cycle', 'P1D'],
  ['cycle', 'R0/P1D'],
  ['cycle', 'R3/P1D/2026-03-31T09:00:00Z'],
  ['cycle', '0 9 * * NEVER'],
  ['cycle', '0 0 30 2 *'],
  ['date', '0 9 * * MON'],
  ['duration', '0 9 * * MON'],
  ['duration', '='],
  ['cycle', 'R/PT0S'],
  ['cycle', 'R/PT0.5S'],
  ['date', '0000-01-01'],
] as const)('a %s may not be %s, which nothing could run', (type, source) => {
  expect(isTimerSource({ type, source })).toBe(false);
});
