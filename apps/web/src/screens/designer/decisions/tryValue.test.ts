import type { DecisionInput } from '@dealwright/api/contract';
import { describe, expect, test } from 'vitest';
import { asVariables, readTryValue, tryKind } from './tryValue.ts';

const input = (base: string | null, choices: readonly (string | number)[] = []): DecisionInput => ({
  path: ['n'],
  label: 'n',
  type: base === null ? null : ({ kind: 'base', name: base, base, allowed: null } as DecisionInput['type']),
  choices,
});

describe('what is typed', () => {
  test.each([
    ['number', ' 12.5 ', { value: 12.5 }],
    ['number', 'twelve', { problem: 'notNumber' }],
    ['number', '', { value: undefined }],
    ['boolean', 'false', { value: false }],
    ['string', '12', { value: '12' }],
    ['date', '2026-11-23', { value: '2026-11-23' }],
    ['days and time duration', 'P3D', { value: 'P3D' }],
    ['context', '{"a": 1}', { value: { a: 1 } }],
    ['context', 'a', { problem: 'notJson' }],
    ['list', '3', { problem: 'notJson' }],
    [null, '12', { value: 12 }],
    [null, '"12"', { value: '12' }],
    [null, 'true', { value: true }],
    [null, 'null', { value: null }],
    [null, 'gold', { value: 'gold' }],
  ])('as %s: %s', (type, typed, expected) => {
    expect(readTryValue(input(type), typed)).toEqual(expected);
  });

  test('a choice keeps its type', () => {
    expect(tryKind(input('number', [1, 2]))).toBe('choice');
    expect(readTryValue(input('number', [1, 2]), '2')).toEqual({ value: 2 });
  });
});

test('entries stand in the variable that they belong to, and add to what is there', () => {
  const values = [
    { path: ['deal', 'amount'], value: 5 },
    { path: ['vip'], value: true },
    { path: ['deal'], value: { owner: 'Li Na' } },
    { path: ['deal', 'term', 'days'], value: 30 },
  ];
  expect(asVariables(values)).toEqual({ deal: { owner: 'Li Na', amount: 5, term: { days: 30 } }, vip: true });
});
