import { ExpressionError } from '../ExpressionError.ts';
import type { Json } from '../Json.ts';

/** What came of an evaluation as one text, so that two can be compared: the value, or the error in full. */
export function outcomeOf(evaluate: () => Json): string {
  try {
    return JSON.stringify(evaluate(), (_, value: unknown) => (Object.is(value, -0) ? 'negative zero' : value));
  } catch (error) {
    if (error instanceof ExpressionError) return `! ${JSON.stringify(error.details())}`;
    throw error;
  }
}
