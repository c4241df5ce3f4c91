import { date, dateAndTime, duration } from 'feelin';
import { expect, test } from 'vitest';
import { MAX_SIZE, toJson } from './toJson.ts';

test('dates, times and durations become ISO 8601 text, at any depth', () => {
  expect(toJson({ a: [date('2026-01-31'), duration('P1D')], b: dateAndTime('2026-01-31T08:00:00Z') })).toEqual({
    a: ['2026-01-31', 'P1D'],
    b: '2026-01-31T08:00:00Z',
  });
});

test.each([[() => 1], [Infinity], [Number.NaN], [new Map()], ['x'.repeat(MAX_SIZE + 1)], [[[Infinity]]]])(
  'what JSON can not say is refused',
  (value) => {
    expect(() => toJson(value)).toThrow(TypeError);
  },
);
