import { TRPCClientError } from '@trpc/client';
import { expect, test } from 'vitest';
import { refusedProblems } from './refusedProblems.ts';

const refusal = (problem: unknown) =>
  TRPCClientError.from({ error: { code: -32_600, message: 'no', data: { problem } } } as never);
const message = { en: 'No.', zh: '不行。' };

test('the findings of a refused model were looked for in the wrong place, and only the first was told', () => {
  const problems = [{ rule: 'a', severity: 'error', elementId: null, line: null, message, section: null }];
  expect(refusedProblems(refusal({ code: 'model-refused', message, details: problems }))).toEqual(problems);
});

test('another refusal has none', () => {
  expect(refusedProblems(refusal({ code: 'draft-conflict', message, details: { revision: 2 } }))).toBeNull();
  expect(refusedProblems(new Error('offline'))).toBeNull();
});
