import { expect, it } from 'vitest';
import { parseHours, writeHours } from './parseHours.ts';

it.each([
  ['', []],
  [
    '9:00-12:00, 13:30-18:00',
    [
      ['09:00', '12:00'],
      ['13:30', '18:00'],
    ],
  ],
  [
    '09:00–12:00；13:00至24:00',
    [
      ['09:00', '12:00'],
      ['13:00', '24:00'],
    ],
  ],
  [
    '00:00-12:00, 12:00-24:00',
    [
      ['00:00', '12:00'],
      ['12:00', '24:00'],
    ],
  ],
])('"%s" are hours', (text, expected) => {
  expect(parseHours(text)).toEqual(expected);
  expect(parseHours(writeHours(parseHours(text) ?? []))).toEqual(expected);
});

it.each([
  'morning',
  '9-12',
  '12:00-09:00',
  '09:00-09:00',
  '09:00-12:00, 11:00-13:00',
  '13:00-18:00, 09:00-12:00',
  '09:60-10:00',
  '23:00-24:30',
])('"%s" are none', (text) => expect(parseHours(text)).toBeNull());
