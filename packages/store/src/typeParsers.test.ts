import { expect, test } from 'vitest';
import { parseInstant } from './typeParsers.ts';

test.each([
  ['2026-01-31 09:00:00+00', '2026-01-31T09:00:00.000Z'],
  ['2026-01-31 09:00:00.5+08', '2026-01-31T01:00:00.500Z'],
  ['2026-01-31 09:00:00.123456+05:30', '2026-01-31T03:30:00.123Z'],
  ['2026-01-31 09:00:00-03:30', '2026-01-31T12:30:00.000Z'],
  ['infinity', 'infinity'],
])('%s', (text, instant) => {
  expect(parseInstant(text)).toBe(instant);
});
