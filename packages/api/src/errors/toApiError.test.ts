import { ModelError } from '@dealwright/bpmn';
import { DatabaseError, DealwrightError } from '@dealwright/store';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { refusals } from './refusals.ts';
import { toApiError } from './toApiError.ts';

const messages = { en: 'No.', zh: '不行。' };

it('lets its own refusals through', () => {
  const refusal = refusals.forbidden();
  expect(toApiError(refusal, 'id')).toBe(refusal);
});

it('names the field of bad input by its path', () => {
  const parsed = z.object({ changes: z.object({ value: z.number() }) }).safeParse({ changes: { value: 'x' } });
  const { refusal, problem } = toApiError(parsed.error, 'id');
  expect(refusal).toBe('BAD_REQUEST');
  expect(problem).toMatchObject({ code: 'bad-input', place: { field: 'changes.value' } });
  expect(problem.message.zh).toContain('changes.value');
});

it('passes on a typed error with its details and its place', () => {
  expect(toApiError(new DealwrightError('task-gone', messages, { at: 'now' }), 'id')).toMatchObject({
    refusal: 'CONFLICT',
    problem: { code: 'task-gone', message: messages, details: { at: 'now' } },
  });
  expect(toApiError(new ModelError('xml-broken', messages, { line: 7 }), 'id').problem).toEqual({
    code: 'xml-broken',
    message: messages,
    place: { line: 7 },
  });
});

it.each([
  new Error('select * from person where email = secret@example.com'),
  new DatabaseError('no such table: secret@example.com', '42P01', null),
  'secret',
])('lets nothing out of an unknown error', (error) => {
  const { refusal, problem } = toApiError(error, 'request-7');
  expect(refusal).toBe('INTERNAL_SERVER_ERROR');
  expect(problem).toMatchObject({ code: 'internal', details: { id: 'request-7' } });
  expect(JSON.stringify(problem)).not.toContain('secret');
});

it.each([
  ['22007', 'BAD_REQUEST', 'bad-value'],
  ['22P05', 'BAD_REQUEST', 'bad-value'],
  ['23505', 'CONFLICT', 'done-at-once'],
  ['40P01', 'CONFLICT', 'done-at-once'],
])('what the database refused by %s was told as a fault of the server', (sqlState, refusal, code) => {
  const refused = toApiError(new DatabaseError('secret@example.com', sqlState, null), 'request-7');
  expect(refused).toMatchObject({ refusal, problem: { code } });
  expect(JSON.stringify(refused.problem)).not.toContain('secret');
});
