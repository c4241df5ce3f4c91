import { expect, it } from 'vitest';
import { actionText } from './actionText.ts';

const sources = import.meta.glob<string>(['../../../../../packages/{sales,api,runtime}/src/**/*.ts', '!**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const written = (pattern: RegExp) => [
  ...new Set(Object.values(sources).flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1] ?? ''))),
];

it('has words for every action that the server writes down', () => {
  const actions = written(/action: '([a-z]+\.[a-z-]+)'/g);
  expect(actions.length).toBeGreaterThan(10);
  expect(actions.filter((action) => actionText(action) === action)).toEqual([]);
});

it('has words for every kind of subject', () => {
  expect(written(/subjectType: '([a-z]+)'/g).filter((kind) => actionText(kind) === kind)).toEqual([]);
});

it('shows an unknown action as it is stored', () => {
  expect(actionText('goal.agreed')).toBe('goal.agreed');
});
