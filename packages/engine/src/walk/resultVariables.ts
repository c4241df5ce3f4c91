import type { Json, JsonObject } from '../types/Json.ts';

/**
 * What the result of a script or decision writes: the result variable; without one, the entries of a result that is an
 * object become variables, and any other result is dropped.
 */
export function resultVariables(result: Json, resultVariable: string): JsonObject {
  if (resultVariable !== '') return { [resultVariable]: result };
  return typeof result === 'object' && result !== null && !Array.isArray(result) ? (result as JsonObject) : {};
}
