import { expect, it } from 'vitest';
import { turnName } from './turnName.ts';

it('says which one it is of a task that is done several times, and of whom', () => {
  expect(turnName('Approve', { turn: 2, item: 'Ada' })).toMatch(/Approve.*2.*Ada/);
  expect(turnName('Approve', { turn: 2, item: null })).toMatch(/Approve.*2/);
});

it('leaves every other task its name', () => {
  expect(turnName('Approve', { turn: null, item: null })).toBe('Approve');
  expect(turnName('Approve', {})).toBe('Approve');
});
