import { expect, test } from 'vitest';
import { parseInstant } from './parseInstant.ts';

test.each([
  ['2026-03-31', '2026-03-31T00:00:00.000Z'],
  ['2026-03-31T09:00', '2026-03-31T09:00:00.000Z'],
  [' 2026-03-31T09:00:00.5Z ', '2026-03-31T09:00:00.500Z'],
  ['2026-03-31T09:00:00+08:00', '2026-03-31T01:00:00.000Z'],
  ['2026-03-31T09:00:00-0330', '2026-03-31T12:30:00.000Z'],
])('%s is %s', (source, iso) => {
  expect(new Date(parseInstant(source) ?? Number.NaN).toISOString()).toBe(iso);
});

test.each(['', '9', '0 9 * * *', '31.03.2026', '2026-13-01', '2026-03-31T25:00:00Z', '+275760-01-01', 'P1D'])(
  '"%s" is no date',
  (source) => {
    expect(parseInstant(source)).toBeNull();
  },
);
