import { ExpressionError, type ExpressionErrorDetails } from './ExpressionError.ts';
import { parseExpression } from './parseExpression.ts';

/** What is wrong with an expression's syntax, in both languages, with the position; null when nothing is. */
export function checkExpression(source: string): ExpressionErrorDetails['text'] | null {
  try {
    parseExpression(source);
    return null;
  } catch (error) {
    if (error instanceof ExpressionError) return error.text;
    throw error;
  }
}
