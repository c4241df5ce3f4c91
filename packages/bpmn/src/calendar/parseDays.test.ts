import { expect, it } from 'vitest';
import { parseDays, writeDays } from './parseDays.ts';

it('reads days off and days that make up for them, in both languages', () => {
  expect(
    parseDays(`# National Day
2026-10-01..2026-10-03 休 国庆节

2026-10-10 班
2026-12-25 off Christmas
2026-12-27\twork`),
  ).toEqual({
    holidays: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-12-25'],
    workdays: ['2026-10-10', '2026-12-27'],
    wrong: [],
  });
});

it('what is named twice counts as named last', () => {
  expect(parseDays('2026-10-01至2026-10-03 休\r\n2026-10-02 班')).toMatchObject({
    holidays: ['2026-10-01', '2026-10-03'],
    workdays: ['2026-10-02'],
  });
});

it('names the lines that say nothing of a day', () => {
  const text = [
    '2026-10-01 休',
    '2026-02-30 休',
    '1 October off',
    '2026-10-02',
    '2026-10-05..2026-10-01 休',
    '2026-01-01..2027-01-01 休',
  ];
  expect(parseDays(text.join('\n')).wrong).toEqual(text.slice(1).map((line, at) => ({ line: at + 2, text: line })));
});

it('writes what it reads', () => {
  const text = '2026-09-27 班\n2026-10-01 休\n2026-10-10 班';
  expect(writeDays(parseDays(text))).toBe(text);
});
