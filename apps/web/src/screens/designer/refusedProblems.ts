import type { Problem } from '@dealwright/bpmn/types';
import { problemOf } from '../../api/index.ts';

/** The findings with which the server refused a model or its files; null when it was something else. */
export function refusedProblems(error: unknown): readonly Problem[] | null {
  const problem = problemOf(error);
  if (problem?.code !== 'model-refused') return null;
  return Array.isArray(problem.details) ? (problem.details as readonly Problem[]) : null;
}
