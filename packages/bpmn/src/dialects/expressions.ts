import { juelToFeel } from './juelToFeel.ts';

/** FEEL is marked by a leading "=" in Camunda 8 and in our timers; conditions are stored without it. */
export function stripEquals(source: string): string {
  return source.trim().replace(/^=\s*/, '');
}

/**
 * A condition as FEEL: "=x > 3" and "x > 3" as they are, "${x > 3}" translated.
 * Returns null when the text is JUEL without an equal in FEEL.
 */
export function conditionToFeel(source: string): string | null {
  return /^\s*[$#]\{/.test(source) ? juelToFeel(source) : stripEquals(source);
}
