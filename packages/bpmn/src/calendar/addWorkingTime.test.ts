import { describe, expect, it } from 'vitest';
import { addWorkingTime } from './addWorkingTime.ts';
import type { Hours, WorkCalendar } from './WorkCalendar.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString().replace(/:00\.000Z$/, 'Z');
const hours: readonly Hours[] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const week = [hours, hours, hours, hours, hours, [], []];
const utc: WorkCalendar = { timeZone: 'UTC', week, holidays: [], workdays: [] };
/** National Day of 2026 as if it were off from 1 to 7 October, made up for on Sunday 27 September and Saturday 10 October. */
const shanghai: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  week,
  holidays: ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`),
  workdays: ['2026-09-27', '2026-10-10'],
};
const allDay: readonly Hours[] = [['00:00', '24:00']];
const always = { week: [allDay, allDay, allDay, allDay, allDay, allDay, allDay], holidays: [], workdays: [] };
const berlin: WorkCalendar = { timeZone: 'Europe/Berlin', ...always };

describe('hours', () => {
  // 2026-03-02 is a Monday
  it.each([
    ['within a span', '2026-03-02T09:30Z', 'PT1H', '2026-03-02T10:30Z'],
    ['up to the end of a span', '2026-03-02T09:00Z', 'PT3H', '2026-03-02T12:00Z'],
    ['over the lunch break', '2026-03-02T11:30Z', 'PT1H', '2026-03-02T13:30Z'],
    ['over night', '2026-03-02T17:00Z', 'PT2H', '2026-03-03T10:00Z'],
    ['over the weekend', '2026-03-06T17:30Z', 'PT1H', '2026-03-09T09:30Z'],
    ['begun in the lunch break', '2026-03-02T12:30Z', 'PT1H', '2026-03-02T14:00Z'],
    ['begun before work', '2026-03-02T03:00Z', 'PT1H', '2026-03-02T10:00Z'],
    ['begun at the end of work', '2026-03-02T18:00Z', 'PT1M', '2026-03-03T09:01Z'],
    ['begun on a Sunday', '2026-03-08T15:00Z', 'PT8H', '2026-03-09T18:00Z'],
    ['a week of work', '2026-03-02T09:00Z', 'PT40H', '2026-03-06T18:00Z'],
    ['nothing at all, within work', '2026-03-02T10:00Z', 'PT0S', '2026-03-02T10:00Z'],
    ['nothing at all, outside it', '2026-03-07T10:00Z', 'PT0S', '2026-03-09T09:00Z'],
    ['minutes and seconds', '2026-03-02T11:59Z', 'PT1M60S', '2026-03-02T13:01Z'],
  ])('%s', (_what, from, duration, expected) => {
    expect(iso(addWorkingTime(at(from), duration, utc))).toBe(expected);
  });

  it('to the millisecond', () => {
    expect(addWorkingTime(at('2026-03-02T09:00:00.250Z'), 'PT0.5S', utc)).toBe(at('2026-03-02T09:00:00.750Z'));
  });
});

describe('days are worked ones', () => {
  it.each([
    ['the next day', '2026-03-02T10:00Z', 'P1D', '2026-03-03T10:00Z'],
    ['over a weekend', '2026-03-06T10:00Z', 'P1D', '2026-03-09T10:00Z'],
    ['a working week', '2026-03-02T10:00Z', 'P5D', '2026-03-09T10:00Z'],
    ['the end of a day is of that day', '2026-03-02T18:00Z', 'P1D', '2026-03-03T18:00Z'],
    ['begun on a Saturday, from Monday morning', '2026-03-07T16:00Z', 'P1D', '2026-03-10T09:00Z'],
    ['days, then hours', '2026-03-02T17:00Z', 'P1DT2H', '2026-03-04T10:00Z'],
    ['weeks are the calendar’s', '2026-03-02T10:00Z', 'P2W', '2026-03-16T10:00Z'],
    ['months too', '2026-01-31T10:00Z', 'P1M', '2026-03-02T09:00Z'],
    ['years too, and what falls on a Sunday moves on', '2025-03-08T10:00Z', 'P1Y', '2026-03-09T09:00Z'],
  ])('%s', (_what, from, duration, expected) => {
    expect(iso(addWorkingTime(at(from), duration, utc))).toBe(expected);
  });

  it('a time of day that another day does not have moves on to its next hours', () => {
    const short = { ...utc, week: [hours, [['09:00', '12:00']], hours, hours, hours, [], []] as WorkCalendar['week'] };
    expect(iso(addWorkingTime(at('2026-03-02T15:00Z'), 'P1D', short))).toBe('2026-03-04T09:00Z');
  });
});

describe('holidays and days that make up for them', () => {
  it.each([
    ['the evening before a week off, two hours', '2026-09-30T17:00+08:00', 'PT2H', '2026-10-08T02:00Z'],
    ['the last hour before it', '2026-09-30T17:00+08:00', 'PT1H', '2026-09-30T10:00Z'],
    ['within it', '2026-10-03T12:00+08:00', 'PT1H', '2026-10-08T02:00Z'],
    ['its last night', '2026-10-07T23:59+08:00', 'PT1H', '2026-10-08T02:00Z'],
    ['the days before it, a Sunday among them', '2026-09-25T10:00+08:00', 'P1D', '2026-09-27T02:00Z'],
    ['the Saturday after it', '2026-10-09T10:00+08:00', 'P1D', '2026-10-10T02:00Z'],
    ['the Sunday after that is off', '2026-10-10T17:30+08:00', 'PT1H', '2026-10-12T01:30Z'],
    ['three days over all of it', '2026-09-30T10:00+08:00', 'P3D', '2026-10-10T02:00Z'],
  ])('%s', (_what, from, duration, expected) => {
    expect(iso(addWorkingTime(at(from), duration, shanghai))).toBe(expected);
  });

  it('the days are those of the calendar’s zone, not of UTC', () => {
    // in Shanghai it is still 30 September, and in UTC 1 October would be Thursday's work
    expect(iso(addWorkingTime(at('2026-09-29T23:30Z'), 'PT1H', shanghai))).toBe('2026-09-30T02:00Z');
    expect(iso(addWorkingTime(at('2026-09-30T23:30Z'), 'PT1H', shanghai))).toBe('2026-10-08T02:00Z');
  });

  it('a day that is named as both is off', () => {
    const both = { ...utc, holidays: ['2026-03-02'], workdays: ['2026-03-02'] };
    expect(iso(addWorkingTime(at('2026-03-02T09:00Z'), 'PT1H', both))).toBe('2026-03-03T10:00Z');
  });
});

// Berlin: 29 March 2026, 02:00 becomes 03:00; 25 October 2026, 03:00 becomes 02:00
describe('when clocks change', () => {
  it.each([
    ['a day that has 23 hours', '2026-03-28T23:00Z', 'PT23H', '2026-03-29T22:00Z'],
    ['a day that has 25 hours', '2026-10-24T22:00Z', 'PT25H', '2026-10-25T23:00Z'],
    ['the same local time the next day, forward', '2026-03-28T08:00Z', 'P1D', '2026-03-29T07:00Z'],
    ['the same local time the next day, back', '2026-10-24T07:00Z', 'P1D', '2026-10-25T08:00Z'],
    ['a local time that is left out is the moment after', '2026-03-28T01:30Z', 'P1D', '2026-03-29T01:00Z'],
    ['a local time that comes twice is the first', '2026-10-24T00:30Z', 'P1D', '2026-10-25T00:30Z'],
    ['a week over it', '2026-03-27T09:00Z', 'P1W', '2026-04-03T08:00Z'],
  ])('%s', (_what, from, duration, expected) => {
    expect(iso(addWorkingTime(at(from), duration, berlin))).toBe(expected);
  });

  it('a night shift is as long as it really is', () => {
    const night: readonly Hours[] = [['01:00', '04:00']];
    const shifts: WorkCalendar = { ...berlin, week: [night, night, night, night, night, night, night] };
    // 2 hours in spring, 4 in autumn
    expect(iso(addWorkingTime(at('2026-03-29T00:00Z'), 'PT2H30M', shifts))).toBe('2026-03-29T23:30Z');
    expect(iso(addWorkingTime(at('2026-10-24T23:00Z'), 'PT4H', shifts))).toBe('2026-10-25T03:00Z');
  });

  it('hours that are left out as a whole are none', () => {
    const lost: readonly Hours[] = [['02:00', '03:00']];
    const shifts: WorkCalendar = { ...berlin, week: [lost, lost, lost, lost, lost, lost, lost] };
    expect(iso(addWorkingTime(at('2026-03-28T12:00Z'), 'PT1H', shifts))).toBe('2026-03-30T01:00Z');
  });

  it('where midnight is left out the day begins after it', () => {
    const santiago: WorkCalendar = { timeZone: 'America/Santiago', ...always };
    expect(iso(addWorkingTime(at('2026-09-05T12:00Z'), 'PT24H', santiago))).toBe('2026-09-06T12:00Z');
  });
});

describe('what can’t be counted', () => {
  const none: WorkCalendar = { ...utc, week: [[], [], [], [], [], [], []] };
  it.each([
    ['no duration', 'two days', utc],
    ['a duration that leads back', '-PT1H', utc],
    ['a calendar without hours, by hours', 'PT1H', none],
    ['a calendar without hours, by days', 'P1D', none],
    ['a calendar without hours, by nothing', 'PT0S', none],
    ['more days than a century has', 'P100000D', utc],
    ['more hours than a century has', 'PT1000000H', utc],
    ['beyond all dates', 'P9000Y', utc],
    ['a zone that is none', 'PT1H', { ...utc, timeZone: 'Nowhere/Land' }],
  ])('%s', (_what, duration, calendar) => {
    expect(() => addWorkingTime(at('2026-03-02T09:00Z'), duration, calendar)).toThrow(RangeError);
  });

  it('make-up days alone are worked, with nobody’s hours when the week has none', () => {
    expect(() => addWorkingTime(0, 'PT1H', { ...none, workdays: ['2026-03-02'] })).toThrow(RangeError);
  });

  it('the last years that a date can hold, and years long ago', () => {
    expect(iso(addWorkingTime(at('9990-01-01T09:00Z'), 'P1Y', utc))).toBe('9991-01-01T09:00Z');
    expect(iso(addWorkingTime(at('1601-01-01T09:00Z'), 'PT1H', utc))).toBe('1601-01-01T10:00Z');
  });
});

it('adding in two goes comes to the same as in one', () => {
  for (const [first, second, both] of [
    ['PT5H', 'PT20H', 'PT25H'],
    ['P2D', 'P7D', 'P9D'],
    ['PT1H', 'PT0S', 'PT1H'],
  ] as const) {
    for (let from = at('2026-09-20T00:00Z'); from < at('2026-10-15T00:00Z'); from += 5.7 * 3_600_000) {
      const stepped = addWorkingTime(addWorkingTime(from, first, shanghai), second, shanghai);
      expect(stepped).toBe(addWorkingTime(from, both, shanghai));
    }
  }
});
