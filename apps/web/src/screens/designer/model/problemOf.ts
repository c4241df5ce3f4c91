import type { Problem } from '@dealwright/bpmn/types';

/** The error that the check found in an expression, among the problems of its element: a message quotes what it is about. */
export function problemOf(problems: readonly Problem[], expression: string): Problem | null {
  const line = expression.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return null;
  // a long expression is quoted by its beginning
  const quoted = line.length > 80 ? line.slice(0, 77) : `"${line}"`;
  return problems.find(({ severity, message }) => severity === 'error' && message.en.includes(quoted)) ?? null;
}
