import { FeelFunction } from 'feelin';
import { FEEL_FUNCTIONS } from '../feelFunctions.ts';
import { feelValue } from '../feelValue.ts';
import { hidesLiteral } from '../hidesLiteral.ts';
import { compiledValue } from './compiledValue.ts';
import { plainLiteral } from './plainCell.ts';
import { withoutSpace } from './withoutSpace.ts';

/** The names that an expression may use, with their values in FEEL's own types. */
export type Scope = Readonly<Record<string, unknown>>;

/** A FEEL expression over a scope. Throws an `ExpressionError` when it fails or names what is not there. */
export function feel(source: string, scope: Scope): unknown {
  // most cells are literals: they need no interpreter
  const literal = plainLiteral(source);
  if (literal !== undefined) return literal;
  const value = compiledValue(source, scope);
  return value === undefined ? feelValue(source, seenBy(source, scope)) : value;
}

/** What of the scope an expression can mean: the interpreter's time grows with what it is given. */
function seenBy(source: string, scope: Scope): Scope {
  const bare = withoutSpace(source);
  const seen: Record<string, unknown> = {};
  for (const [name, implementation] of FEEL_FUNCTIONS) if (source.includes(name)) seen[name] = implementation;
  for (const [name, value] of Object.entries(scope)) {
    if (!bare.includes(withoutSpace(name))) continue;
    if (value instanceof FeelFunction || !hidesLiteral(source, name)) seen[name] = value;
  }
  return seen;
}
