import { javaToFeel } from './javaToFeel.ts';
import { juelToFeel } from './juelToFeel.ts';

/** FEEL is marked by a leading "=" in Camunda 8 and in our timers; conditions are stored without it. */
export function stripEquals(source: string): string {
  return source.trim().replace(/^=\s*/, '');
}

/**
 * A condition as FEEL: "=x > 3" and "x > 3" as they are, "${x > 3}" translated, and so is what is plainly written in
 * Java or JavaScript ("x == 3 && !y"). Returns null when the text is JUEL without an equal in FEEL; what else is not
 * understood is taken for FEEL, which says what is wrong with it.
 */
export function conditionToFeel(source: string): string | null {
  if (/^\s*[$#]\{/.test(source)) return juelToFeel(source);
  if (/^\s*=/.test(source)) return stripEquals(source);
  return javaToFeel(source) ?? source.trim();
}
