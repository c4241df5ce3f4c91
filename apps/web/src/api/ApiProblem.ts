import type { ApiProblem } from '@dealwright/api/contract';
import { TRPCClientError } from '@trpc/client';
import { formatInstant, language, t } from '../i18n/index.ts';
import { apiTexts as texts } from './texts.ts';

/** The server names instants in UTC; a person reads them in their own zone. */
const INSTANT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;

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
  if (problem) return problem.message[language()].replaceAll(INSTANT, (instant) => formatInstant(instant));
  if (error instanceof TRPCClientError && error.data === undefined) return t(texts.unreachable);
  return t(texts.unexpected);
}
