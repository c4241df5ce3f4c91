import { expect, test } from 'vitest';
import { DURATION_UNITS, formatSimpleDuration, parseSimpleDuration } from './duration.ts';

test('number and unit become an ISO 8601 duration and come back', () => {
  expect(DURATION_UNITS.map((unit) => formatSimpleDuration({ amount: 3, unit }))).toEqual([
    'PT3M',
    'PT3H',
    'P3D',
    'P3W',
  ]);
  for (const unit of DURATION_UNITS) {
    expect(parseSimpleDuration(formatSimpleDuration({ amount: 12, unit }))).toEqual({ amount: 12, unit });
  }
});

test.each(['P1DT2H', '= due', 'P1M', 'PT', ''])('%j is no simple duration', (text) => {
  expect(parseSimpleDuration(text)).toBeNull();
});
