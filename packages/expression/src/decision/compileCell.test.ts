import { describe, expect, test } from 'vitest';
import { compileCell, isBlank, specialNames } from './compileCell.ts';

describe('cells taken apart (DMN 1.3, 10.3.1.2, rules 7 to 17)', () => {
  test.each([
    ['"a", "b"', { negated: false, tests: [{ operand: { value: 'a' } }, { operand: { value: 'b' } }] }],
    ['not(1)', { negated: true, tests: [{ operand: { value: 1 } }] }],
    ['< -2.5', { tests: [{ kind: 'compare', operator: '<', to: { value: -2.5 } }] }],
    ['>= limit', { tests: [{ kind: 'compare', operator: '>=', to: { source: 'limit' } }] }],
    [']1..x]', { tests: [{ kind: 'range', fromIncluded: false, toIncluded: true, to: { source: 'x' } }] }],
    ['date("2026-01-01")', { tests: [{ operand: { value: { iso: '2026-01-01' } } }] }],
    ['date(x)', { tests: [{ operand: { source: 'date(x)' }, asks: false }] }],
    ['contains(?, "a")', { tests: [{ operand: { source: 'contains(?, "a")' }, asks: true }] }],
    ['-', { negated: false, tests: [] }],
  ])('%s', (source, expected) => {
    expect(compileCell(source, [])).toMatchObject(expected);
  });

  test('a name with signs is one name when it is known', () => {
    const special = specialNames(['risk-class', 'risk']);
    expect(special).toEqual(['risk-class']);
    expect(compileCell('> risk-class', special)).toMatchObject({ tests: [{ to: { source: 'risk-class' } }] });
  });

  test('nothing and "-" are blank', () => {
    expect(['', ' ', '-', ' - ', '- 1', '0'].map(isBlank)).toEqual([true, true, true, true, false, false]);
  });
});
