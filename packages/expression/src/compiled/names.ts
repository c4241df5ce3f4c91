import { evaluate } from 'feelin';
import { FEEL_FUNCTIONS } from '../feelFunctions.ts';
import { bail } from './bail.ts';
import { nodeParts } from './nodeParts.ts';
import type { SyntaxNode } from './Part.ts';

/** Words that mean something else than a variable when no variable is called so. */
const KEYWORDS = new Set([
  'for',
  'in',
  'return',
  'if',
  'then',
  'else',
  'some',
  'every',
  'satisfies',
  'or',
  'and',
  'between',
  'instance',
  'function',
  'null',
  'true',
  'false',
  'external',
]);

/** The name that a node of identifiers says, of one word or of several with a space between. Bails for any other. */
export function nameOf(source: string, node: SyntaxNode): string {
  const words = nodeParts(node).map(({ name, from, to }) => (name === 'Identifier' ? source.slice(from, to) : bail()));
  const name = words.join(' ');
  return name === source.slice(node.from, node.to) && isPlainName(name) ? name : bail();
}

/** Letters, digits and single spaces: a name that the parser reads in one way only, whatever variables there are. */
export function isPlainName(name: string): boolean {
  if (name === '__proto__' || !/^[\p{L}_][\p{L}\p{N}_]*(?: [\p{L}_][\p{L}\p{N}_]*)*$/u.test(name)) return false;
  return !name.split(' ').some((word) => KEYWORDS.has(word));
}

/** Whether a name means a built-in function as long as no variable is called so. */
export function isFunctionName(name: string): boolean {
  if (FEEL_FUNCTIONS.has(name) || name === 'now' || name === 'today') return true;
  try {
    return !evaluate(name, {}).warnings.some(({ type }) => type === 'NO_VARIABLE_FOUND');
  } catch {
    // a name that can't stand alone, such as "date": the interpreter knows
    return true;
  }
}
