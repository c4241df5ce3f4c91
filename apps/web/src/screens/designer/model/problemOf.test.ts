import type { Problem } from '@dealwright/bpmn/types';
import { expect, test } from 'vitest';
import { problemOf } from './problemOf.ts';

const problem = (severity: Problem['severity'], en: string): Problem => ({
  rule: 'expression-syntax',
  severity,
  elementId: 'Task',
  line: null,
  section: null,
  message: { en, zh: en },
});

test('an error belongs to the expression that it quotes', () => {
  const wrong = problem('error', 'The collection of "Visit" is not valid FEEL: "a +" – …');
  const other = problem('warning', '"a +" is odd');
  expect(problemOf([other, wrong], ' a  + ')).toBe(wrong);
  expect(problemOf([other, wrong], 'a')).toBeNull();
  expect(problemOf([wrong], '')).toBeNull();
});

test('a long expression is quoted by its beginning', () => {
  const long = 'x + '.repeat(40);
  const wrong = problem('error', `… is not valid FEEL: "${long.slice(0, 77)}…" – …`);
  expect(problemOf([wrong], long)).toBe(wrong);
});
