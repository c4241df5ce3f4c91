import type { Json, JsonObject } from '../types/Json.ts';

/** Thrown by `evaluateSimple`; has the mark that the executor looks for. */
class SimpleEvaluationError extends Error {
  readonly isEvaluationError = true;
  readonly code = 'expression-failed';
  readonly text: { readonly en: string; readonly zh: string };

  constructor(message: string) {
    super(message);
    this.text = { en: message, zh: message };
  }
}

/**
 * The executor's tests need an interpreter, and may not use the real one, which is another package: literals,
 * variables, and `=`, `<`, `>`, `+` between two of them. Everything else fails like a bad expression.
 */
export function evaluateSimple(expression: string, variables: JsonObject): Json {
  const [left = '', operator, right = '', ...more] = expression.trim().split(/\s+/);
  if (operator === undefined) return valueOf(left, variables);
  const a = valueOf(left, variables);
  const b = valueOf(right, variables);
  if (more.length > 0) throw new SimpleEvaluationError(`not understood: ${expression}`);
  if (operator === '=') return a === b;
  if (typeof a !== 'number' || typeof b !== 'number') throw new SimpleEvaluationError(`no numbers: ${expression}`);
  if (operator === '<') return a < b;
  if (operator === '>') return a > b;
  if (operator === '+') return a + b;
  throw new SimpleEvaluationError(`not understood: ${expression}`);
}

function valueOf(word: string, variables: JsonObject): Json {
  if (/^[a-z]\w*$/i.test(word) && !['true', 'false', 'null'].includes(word)) {
    const value = variables[word];
    if (value === undefined) throw new SimpleEvaluationError(`no variable ${word}`);
    return value;
  }
  try {
    return JSON.parse(word) as Json;
  } catch {
    throw new SimpleEvaluationError(`not understood: ${word}`);
  }
}
