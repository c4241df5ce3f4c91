import { stripEquals } from '../expressions.ts';

/** A value in Camunda 8: FEEL behind "=", everything else is text. */
export function valueToFeel(source: string): string {
  return source.trim().startsWith('=') ? stripEquals(source) : JSON.stringify(source.trim());
}
