import { afterEach, describe, expect, it } from 'vitest';
import { dueTone, formatAge, formatDue } from './duration.ts';
import { formatDay, formatInstant, formatMoney, formatNumber, formatTime } from './format.ts';
import { labelOf } from './labelOf.ts';
import { setLanguage } from './language.ts';

afterEach(() => setLanguage('en'));

/** Intl writes a narrow space before AM and PM, or a plain one, as its data's version has it. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('in English', () => {
  it('writes numbers, money and days', () => {
    setLanguage('en');
    expect(formatNumber(10_005_534)).toBe('10,005,534');
    expect(formatMoney(2361, 'USD')).toBe('$2,361');
    expect(formatMoney(1_250_000, 'USD', true)).toBe('$1.3M');
    expect(formatMoney(null, 'USD')).toBe('–');
    expect(formatDay('2026-11-23')).toBe('Nov 23, 2026');
  });

  it('writes an instant with its day and a time without', () => {
    setLanguage('en');
    const noon = new Date(2026, 10, 23, 12, 5).toISOString();
    expect(plain(formatInstant(noon))).toBe('Nov 23, 2026, 12:05 PM');
    expect(plain(formatTime(noon))).toBe('12:05 PM');
    setLanguage('zh');
    expect(formatInstant(noon)).toBe('2026-11-23 12:05');
    expect(formatTime(noon)).toBe('12:05');
  });
});

describe('in Chinese', () => {
  it('writes numbers, money and days', () => {
    setLanguage('zh');
    expect(formatMoney(1_250_000, 'CNY', true)).toBe('¥125万');
    expect(formatDay('2026-11-23')).toBe('2026-11-23');
  });
});

describe('due dates', () => {
  const now = new Date(2026, 10, 23, 12).getTime();
  const hours = (count: number) => new Date(now + count * 3_600_000).toISOString();

  it('says how late or how soon in both languages', () => {
    setLanguage('en');
    expect(formatDue(hours(-72), now)).toBe('3 d overdue');
    expect(formatDue(hours(5), now)).toBe('due in 5 h');
    setLanguage('zh');
    expect(formatDue(hours(-72), now)).toBe('已逾期 3 天');
  });

  it('tells overdue, today and later apart', () => {
    expect(dueTone(hours(-1), now)).toBe('overdue');
    expect(dueTone(hours(2), now)).toBe('today');
    expect(dueTone(hours(30), now)).toBe('later');
    expect(dueTone(null, now)).toBe('none');
  });

  it('rounds an age to its largest unit', () => {
    setLanguage('en');
    expect(formatAge(hours(-0.001), now)).toBe('1 min');
    expect(formatAge(hours(-30), now)).toBe('30 h');
    expect(formatAge(hours(-24 * 12), now)).toBe('12 d');
    expect(formatAge(hours(-24 * 700), now)).toBe('700 d');
    expect(formatAge(hours(-24 * 3672), now)).toBe('10 y');
  });
});

it('prefers the label of the language, then the other, then the name', () => {
  setLanguage('zh');
  expect(labelOf({ zh: '需求分析', en: 'Needs analysis' }, 'Task_1')).toBe('需求分析');
  expect(labelOf({ en: 'Needs analysis' }, 'Task_1')).toBe('Needs analysis');
  expect(labelOf({}, 'Task_1')).toBe('Task_1');
});
