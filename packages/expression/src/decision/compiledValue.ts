import { isPlainName } from '../compiled/names.ts';
import { ExpressionError } from '../ExpressionError.ts';
import type { JsonObject } from '../Json.ts';
import { type ParsedExpression, parseExpression } from '../parseExpression.ts';
import type { Scope } from './feel.ts';
import { withoutSpace } from './withoutSpace.ts';

/**
 * A compiled expression's text, number, truth value or null over a scope. Undefined when the interpreter is to be
 * asked, which is also so for lists and contexts: they may hold values in FEEL's own types.
 */
export function compiledValue(source: string, scope: Scope): string | number | boolean | null | undefined {
  const compiled = parsed(source)?.compiled();
  if (!compiled || namesAny(source, oddNames(scope))) return undefined;
  // values that JSON has no place for are found as they are read
  const value = compiled(scope as JsonObject);
  return typeof value === 'object' && value !== null ? undefined : value;
}

/** The interpreter says what is wrong with a source. */
function parsed(source: string): ParsedExpression | null {
  try {
    return parseExpression(source);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

function namesAny(source: string, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const bare = withoutSpace(source);
  return names.some((name) => bare.includes(name));
}

const known = new WeakMap<Scope, readonly string[]>();

/** Names, without their spaces, that the parser may read as one with what stands beside them. */
function oddNames(scope: Scope): readonly string[] {
  const odd = (): string[] => Object.keys(scope).filter((name) => !isPlainName(name));
  const names = known.get(scope) ?? odd().map(withoutSpace);
  known.set(scope, names);
  return names;
}
