import { expect, test } from 'vitest';
import { elementInDirection } from './elementInDirection.ts';

const row = [
  { id: 'start', x: 0, y: 100 },
  { id: 'task', x: 100, y: 100 },
  { id: 'below', x: 110, y: 300 },
  { id: 'end', x: 300, y: 110 },
];

test('an arrow leads to the nearest element ahead', () => {
  expect(elementInDirection(row, 'start', 'ArrowRight')).toBe('task');
  expect(elementInDirection(row, 'task', 'ArrowRight')).toBe('end');
  expect(elementInDirection(row, 'task', 'ArrowDown')).toBe('below');
  expect(elementInDirection(row, 'end', 'ArrowLeft')).toBe('task');
});

test('with nothing selected the first element is taken', () => {
  expect(elementInDirection(row, null, 'ArrowLeft')).toBe('start');
});

test('at the border and for another key nothing happens', () => {
  expect(elementInDirection(row, 'start', 'ArrowLeft')).toBeNull();
  expect(elementInDirection(row, 'start', 'Enter')).toBeNull();
});
