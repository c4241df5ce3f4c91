import { describe, expect, it, test } from 'vitest';
import { cpuMs } from '../test/cpuMs.ts';
import { looksLikeCron, nextCron } from './nextCron.ts';

/** The next few dates after an instant, without the ":00.000Z" that all end with. */
function dates(source: string, from: string, count: number): readonly string[] {
  const found: string[] = [];
  for (let at = Date.parse(from); found.length < count; found.push(new Date(at).toISOString().slice(0, 16))) {
    at = nextCron(at, source);
  }
  return found;
}

describe('nextCron', () => {
  it.each([
    ['a minute is strictly after the instant', '0 9 * * *', '2026-03-02T09:00Z', ['2026-03-03T09:00']],
    [
      'and comes at once when less than a second is left',
      '0 9 * * *',
      '2026-03-02T08:59:59.999Z',
      ['2026-03-02T09:00'],
    ],
    ['names of days', '0 9 * * MON-FRI', '2026-03-06T12:00Z', ['2026-03-09T09:00', '2026-03-10T09:00']],
    ['Sunday is 0 and 7', '0 9 * * 7', '2026-03-02T00:00Z', ['2026-03-08T09:00']],
    ['five fields: either day fits', '0 0 13 * FRI', '2026-03-10T00:00Z', ['2026-03-13T00:00', '2026-03-20T00:00']],
    ['six fields: both days must fit', '0 0 0 13 * FRI', '2026-03-14T00:00Z', ['2026-11-13T00:00']],
    ['the question mark means any', '0 30 9 ? * MON', '2026-03-02T10:00Z', ['2026-03-09T09:30']],
    ['a step from a number', '0 0/20 * * * ?', '2026-03-02T10:00Z', ['2026-03-02T10:20', '2026-03-02T10:40']],
    ['the last day of the month', '0 0 18 L * ?', '2026-02-01T00:00Z', ['2026-02-28T18:00', '2026-03-31T18:00']],
    ['the second Tuesday', '0 0 9 ? * TUE#2', '2026-03-01T00:00Z', ['2026-03-10T09:00']],
    ['the last Friday', '0 0 9 ? * 5L', '2026-03-01T00:00Z', ['2026-03-27T09:00']],
    ['a nickname', '@daily', '2026-03-02T10:00Z', ['2026-03-03T00:00']],
    ['a year', '0 0 9 1 1 ? 2031', '2026-03-02T10:00Z', ['2031-01-01T09:00']],
    ['a time zone', 'CRON_TZ=Asia/Shanghai 0 9 * * *', '2026-03-02T00:00Z', ['2026-03-02T01:00']],
    ['a time zone, shorter', 'TZ=America/New_York 0 9 * * *', '2026-01-02T00:00Z', ['2026-01-02T14:00']],
    ['29 February', '0 0 29 2 *', '2026-03-02T00:00Z', ['2028-02-29T00:00', '2032-02-29T00:00']],
  ])('%s: %s', (_what, source, from, expected) => {
    expect(dates(source, from, expected.length)).toEqual(expected);
  });

  // Berlin: 29 March 2026, 02:00 becomes 03:00 (01:00 UTC); 25 October 2026, 03:00 becomes 02:00 (01:00 UTC)
  it.each([
    [
      'keeps the local time when clocks go forward',
      'CRON_TZ=Europe/Berlin 0 9 * * *',
      '2026-03-27T12:00Z',
      ['2026-03-28T08:00', '2026-03-29T07:00', '2026-03-30T07:00'],
    ],
    [
      'keeps the local time when clocks go back',
      'CRON_TZ=Europe/Berlin 0 9 * * *',
      '2026-10-23T12:00Z',
      ['2026-10-24T07:00', '2026-10-25T08:00', '2026-10-26T08:00'],
    ],
    [
      'fires once, at the end of the gap, at a time that is left out',
      'CRON_TZ=Europe/Berlin 30 2 * * *',
      '2026-03-28T12:00Z',
      ['2026-03-29T01:00', '2026-03-30T00:30'],
    ],
    [
      'fires once at a time that comes twice',
      'CRON_TZ=Europe/Berlin 30 2 * * *',
      '2026-10-24T12:00Z',
      ['2026-10-25T00:30', '2026-10-26T01:30'],
    ],
    [
      'fires once for each of a list of times that are left out together',
      'CRON_TZ=Europe/Berlin 30 2,14 * * *',
      '2026-03-28T14:00Z',
      ['2026-03-29T01:00', '2026-03-29T12:30'],
    ],
    [
      'fires once for each of a list of times that come twice',
      'CRON_TZ=Europe/Berlin 30 1,2 * * *',
      '2026-10-24T12:00Z',
      ['2026-10-24T23:30', '2026-10-25T00:30', '2026-10-26T00:30'],
    ],
    [
      'keeps a rhythm over the repeated hour',
      'CRON_TZ=Europe/Berlin */30 * * * *',
      '2026-10-25T00:00Z',
      ['2026-10-25T00:30', '2026-10-25T01:00', '2026-10-25T01:30', '2026-10-25T02:00'],
    ],
    [
      'keeps a rhythm over the gap',
      'CRON_TZ=Europe/Berlin */30 * * * *',
      '2026-03-29T00:30Z',
      ['2026-03-29T01:00', '2026-03-29T01:30', '2026-03-29T02:00'],
    ],
    [
      'fires at the end of a gap that swallows midnight',
      'CRON_TZ=America/Santiago 0 0 * * *',
      '2026-09-05T12:00Z',
      ['2026-09-06T04:00', '2026-09-07T03:00'],
    ],
  ])('%s', (_what, source, from, expected) => {
    expect(dates(source, from, expected.length)).toEqual(expected);
  });

  it('gives the same dates from wherever it is asked in between: it never drifts', () => {
    const source = 'CRON_TZ=Europe/Berlin 15 */6 * * *';
    const from = Date.parse('2026-10-24T00:00Z');
    const asked = new Set<number>();
    for (let minute = 0; minute < 2 * 1440; minute += 7) asked.add(nextCron(from + minute * 60_000, source));
    const due = dates(source, '2026-10-24T00:00Z', asked.size);
    expect([...asked].map((at) => new Date(at).toISOString().slice(0, 16))).toEqual(due);
  });

  it.each([
    ['nonsense', 'one two three four five'],
    ['too few fields', '* * * *'],
    ['a minute that is none', '61 * * * *'],
    ['a zone that is none', 'CRON_TZ=Nowhere/Land 0 9 * * *'],
    ['a day that never comes', '0 0 30 2 *'],
    ['a year that has passed', '0 0 9 1 1 ? 2020'],
    ['a date', '2026-03-31T09:00:00Z'],
    ['an unknown nickname', '@sometimes'],
    ['nothing', ''],
  ])('refuses %s', async (_what, source) => {
    const used = await cpuMs(() => {
      expect(() => nextCron(Date.parse('2026-03-02T00:00Z'), source)).toThrow(RangeError);
    });
    expect(used).toBeLessThan(500);
  });

  it('refuses an instant beyond all dates', () => {
    expect(() => nextCron(253_402_300_799_999, '0 9 * * *')).toThrow(RangeError);
    expect(() => nextCron(Number.NaN, '0 9 * * *')).toThrow(RangeError);
  });
});

test.each([
  ['0 9 * * *', true],
  ['  @daily ', true],
  ['TZ=UTC 0 9 * * *', true],
  ['R3/P1D', false],
  ['P1D', false],
  ['=cycle', false],
])('"%s" looks like cron: %s', (source, expected) => {
  expect(looksLikeCron(source)).toBe(expected);
});
