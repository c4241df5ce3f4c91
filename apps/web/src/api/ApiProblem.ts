import type { ApiProblem } from '@dealwright/api/contract';
import { TRPCClientError } from '@trpc/client';
import { language, t } from '../i18n/index.ts';
import { apiTexts as texts } from './texts.ts';

/** What the server refused with, or null when the call never reached it. */
export function problemOf(error: unknown): ApiProblem | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('problem' in data)) return null;
  return (data.problem as ApiProblem | null | undefined) ?? null;
}

/** Whether the refusal carries this stable code. */
export function isProblem(error: unknown, code: string): boolean {
  return problemOf(error)?.code === code;
}

/** A sentence for the person, in the current language: the server's own words, or why it could not be asked. */
export function messageOf(error: unknown): string {
  const problem = problemOf(error);
  if (problem) return problem.message[language()];
  if (error instanceof TRPCClientError && error.data === undefined) return t(texts.unreachable);
  return t(texts.unexpected);
}
