import { TRPCClientError } from '@trpc/client';
import { afterEach, expect, it } from 'vitest';
import { setLanguage } from '../i18n/index.ts';
import { isProblem, messageOf } from './ApiProblem.ts';

afterEach(() => setLanguage('en'));

const refusal = (problem: unknown) =>
  TRPCClientError.from({ error: { code: -32_600, message: 'no', data: { problem } } } as never);

it('speaks the person’s language', () => {
  const error = refusal({ code: 'task-gone', message: { en: 'It is done.', zh: '已完成。' } });
  expect(messageOf(error)).toBe('It is done.');
  setLanguage('zh');
  expect(messageOf(error)).toBe('已完成。');
  expect(isProblem(error, 'task-gone')).toBe(true);
  expect(isProblem(error, 'task-taken')).toBe(false);
});

it('writes an instant in the reader’s own zone', () => {
  setLanguage('zh');
  const at = new Date(2026, 10, 23, 17, 30).toISOString();
  const error = refusal({ code: 'task-taken', message: { en: '', zh: `李雷 已于 ${at} 认领了该待办。` } });
  expect(messageOf(error)).toBe('李雷 已于 2026-11-23 17:30 认领了该待办。');
});

it('tells a lost connection from a fault of the server', () => {
  const lost = TRPCClientError.from(new TypeError('Failed to fetch'));
  expect(messageOf(lost)).toContain('does not answer');
  expect(messageOf(new Error('secret detail'))).not.toContain('secret');
});
