import { describe, expect, it } from 'vitest';
import { addDuration, durationMs } from './addDuration.ts';
import { parseDuration } from './parseDuration.ts';

const at = (iso: string) => Date.parse(iso);

describe('addDuration', () => {
  it.each([
    ['2026-01-15T10:00:00Z', 'PT8H', '2026-01-15T18:00:00Z'],
    ['2026-01-15T10:00:00Z', 'P3D', '2026-01-18T10:00:00Z'],
    ['2026-01-15T10:00:00Z', 'P2W', '2026-01-29T10:00:00Z'],
    ['2026-01-31T10:00:00Z', 'P1M', '2026-02-28T10:00:00Z'],
    ['2028-02-29T10:00:00Z', 'P1Y', '2029-02-28T10:00:00Z'],
    ['2026-12-31T23:59:30Z', 'P1Y2M3DT4H5M6.5S', '2028-03-04T04:04:36.500Z'],
    ['2026-03-31T10:00:00Z', '-P1M', '2026-02-28T10:00:00Z'],
  ])('%s plus %s is %s', (from, duration, to) => {
    expect(new Date(addDuration(at(from), duration)).toISOString()).toBe(new Date(to).toISOString());
  });

  it('tells the length of a duration from an instant', () => {
    expect(durationMs('P1M', at('2026-02-01T00:00:00Z'))).toBe(28 * 86_400_000);
  });

  it.each(['', 'P', 'PT', 'P1H', '3 days', 'P1.5D', 'PT1S1M', 'P999999Y'])('refuses "%s"', (text) => {
    expect(() => addDuration(0, text)).toThrow(RangeError);
  });

  it('reads the parts', () => {
    expect(parseDuration('P1Y2M3W4DT5H6M7,5S')).toEqual({
      negative: false,
      years: 1,
      months: 2,
      weeks: 3,
      days: 4,
      hours: 5,
      minutes: 6,
      seconds: 7.5,
    });
  });
});
