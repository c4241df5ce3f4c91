import { expect, test } from 'vitest';
import { parseCycle } from './parseCycle.ts';

test.each([
  ['R3/P1D', { count: 3, start: null, interval: 'P1D' }],
  ['R/PT1H', { count: null, start: null, interval: 'PT1H' }],
  ['R2/2026-03-31T09:00:00Z/PT1H', { count: 2, start: '2026-03-31T09:00:00Z', interval: 'PT1H' }],
  ['*/5 * * * *', { count: null, start: null, interval: '*/5 * * * *' }],
  ['CRON_TZ=Europe/Berlin 0 9 * * *', { count: null, start: null, interval: 'CRON_TZ=Europe/Berlin 0 9 * * *' }],
  ['R3/TZ=Europe/Berlin */5 * * * *', { count: 3, start: null, interval: 'TZ=Europe/Berlin */5 * * * *' }],
  ['R0/P1D', null],
  ['R0/0 9 * * *', null],
  ['P1D', null],
  ['R3/P1D/2026-03-31T09:00:00Z', null],
  ['R3/2026-03-31/2026-04-01/P1D', null],
  ['R3/', null],
  ['every monday', null],
  ['', null],
] as const)('%s', (source, expected) => {
  expect(parseCycle(source)).toEqual(expected);
});
