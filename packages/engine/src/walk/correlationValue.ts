import { evaluateOver } from './evaluate.ts';
import { Incident } from './Incident.ts';
import type { JsonObject } from '../types/Json.ts';
import type { Walk } from './Walk.ts';

/**
 * The value that a message is correlated by: a correlation expression's text or number, as text; null when the event
 * has none. Throws an `Incident` when it gives anything else: a message that can't be told apart would reach the wrong
 * instance.
 */
export function correlationValue(walk: Walk, expression: string | null, variables: JsonObject): string | null {
  if (expression === null) return null;
  const value = evaluateOver(walk, expression, variables);
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number') return String(value);
  throw new Incident('correlation-not-text', {
    en: `The correlation "${expression}" gave ${JSON.stringify(value)}; it must give a text or a number.`,
    zh: `关联表达式“${expression}”的结果是 ${JSON.stringify(value)}，必须为文本或数字。`,
  });
}
