import type { Json, JsonObject } from '../types/Json.ts';
import { seeded } from './seeded.ts';

/** The mark that the executor looks for in what an interpreter throws. */
class WildEvaluationError extends Error {
  readonly isEvaluationError = true;
  readonly code = 'expression-failed';
  readonly text = { en: 'It fails.', zh: '失败。' };
}

/**
 * The interpreter of wild processes: "coin…" gives true or false, as the variable `x` has it; "fails" fails; what is JSON
 * is itself; and anything else is null. The same variables give the same.
 */
export function wildEvaluate(expression: string, variables: JsonObject): Json {
  if (expression === 'fails') throw new WildEvaluationError(expression);
  if (expression.startsWith('coin')) {
    return seeded(Number(variables['x'] ?? 0) * 100 + expression.charCodeAt(4))() < 0.5;
  }
  try {
    return JSON.parse(expression) as Json;
  } catch {
    return null;
  }
}
