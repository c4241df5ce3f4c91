import { ExpressionError } from './ExpressionError.ts';
import { parseExpression } from './parseExpression.ts';

/** What is wrong with an expression's syntax, in both languages, with the position; null when nothing is. */
export function checkExpression(source: string): string | null {
  try {
    parseExpression(source);
    return null;
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
}
