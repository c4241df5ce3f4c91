import { date, duration, FeelDate } from 'feelin';
import { describe, expect, test } from 'vitest';
import { conform } from './conform.ts';
import { baseType, type FeelType } from './FeelType.ts';

const base = (name: string): FeelType => {
  const type = baseType(name);
  if (!type) throw new Error(name);
  return type;
};
const listOf = (of: FeelType): FeelType => ({ kind: 'list', name: 'list', of, allowed: null });

describe('types (DMN 1.3, 10.3.2.9)', () => {
  test.each<readonly [string, unknown]>([
    ['number', 1],
    ['integer', 2],
    ['string', 'a'],
    ['boolean', false],
    ['Any', [1, 'a']],
    ['context', { a: 1 }],
    ['list', [1]],
    ['number', null],
  ])('%s takes %j as it is', (name, value) => {
    expect(conform(value, base(name))).toEqual({ value });
  });

  test.each<readonly [string, unknown]>([
    ['number', '1'],
    ['string', 1],
    ['boolean', 'true'],
    ['date', '2026-02-30'],
    ['date', '-0001-01-01'],
    ['days and time duration', 'P1Y'],
    ['years and months duration', 'P1D'],
    ['number', [1, 2]],
    ['context', 'a'],
  ])('%s does not take %j', (name, value) => {
    expect(conform(value, base(name))).toMatchObject({ wrong: { name: base(name).name } });
  });

  test('ISO 8601 text is the date or duration that it says', () => {
    expect(conform('2026-01-31', base('date'))).toEqual({ value: date('2026-01-31') });
    expect(conform('PT36H', base('feel:dayTimeDuration'))).toEqual({ value: duration('PT36H') });
    expect(conform('2026-01-31T10:00:00Z', base('dateTime'))).toMatchObject({ value: { iso: '2026-01-31T10:00:00Z' } });
    expect(conform(date('2026-01-31'), base('dateTime'))).toMatchObject({ value: { iso: '2026-01-31T00:00:00' } });
  });

  test('a list of one is its element, and a value a list of one (10.3.2.9.4)', () => {
    expect(conform([1], base('number'))).toEqual({ value: 1 });
    expect(conform(1, listOf(base('number')))).toEqual({ value: [1] });
    expect(conform([1, 'a'], listOf(base('number')))).toMatchObject({ wrong: { name: 'number' } });
  });

  test('each entry of a structure has its own type', () => {
    const entries = [{ name: 'born', type: base('date') }];
    const person: FeelType = { kind: 'context', name: 'Person', entries, allowed: null };
    expect(conform({ born: '2000-01-01', name: 'A' }, person)).toMatchObject({
      value: { born: expect.any(FeelDate) as FeelDate, name: 'A' },
    });
    expect(conform({ born: 'soon' }, person)).toMatchObject({ wrong: { name: 'date' } });
    expect(conform({}, person)).toEqual({ value: { born: null } });
  });
});
