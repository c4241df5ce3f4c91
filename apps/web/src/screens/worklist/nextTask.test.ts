import type { CompleteResult, TaskRow } from '@dealwright/api/contract';
import { expect, it } from 'vitest';
import { nextTask } from './nextTask.ts';

const rows = ['a', 'b', 'c'].map((id) => ({ id }) as TaskRow);
const result = (...nextTasks: { id: string; mine: boolean }[]): CompleteResult => ({
  finished: false,
  outcome: null,
  nextTasks: nextTasks.map((task) => ({ ...task, name: task.id, labels: {} })),
});

it('stays with the deal when its next task is mine', () => {
  expect(nextTask(rows, 'a', result({ id: 'theirs', mine: false }, { id: 'x', mine: true }))).toBe('x');
});

it('goes down the list, and up from the last', () => {
  expect(nextTask(rows, 'b', result())).toBe('c');
  expect(nextTask(rows, 'c', result({ id: 'theirs', mine: false }))).toBe('b');
});

it('opens nothing when nothing is left', () => {
  expect(nextTask(rows.slice(0, 1), 'a', result())).toBe(null);
});
