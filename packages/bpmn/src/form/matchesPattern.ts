import { RE2JS, RE2JSException } from 're2js';

/** Longer values do not match any pattern: no pattern that a form needs is about a text of this length. */
export const MAX_PATTERN_INPUT = 2000;
export const MAX_PATTERN = 500;

/**
 * Whether the pattern is found in the value, as form-js (and the HTML `RegExp.test`) would say. RE2 runs in time
 * linear in the value, so no pattern of an author can stall the server; look-around and back-references, which
 * it lacks, are refused when the model is validated, and here match nothing.
 */
export function matchesPattern(pattern: string, value: string): boolean {
  if (value.length > MAX_PATTERN_INPUT) return false;
  const compiled = compilePattern(pattern);
  return compiled !== null && compiled.matcher(value).find();
}

/** Null when RE2 cannot express the pattern. */
export function compilePattern(pattern: string): RE2JS | null {
  if (pattern.length > MAX_PATTERN) return null;
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (error instanceof RE2JSException) return null;
    throw error;
  }
}
