import { parseExpression as parseFeel } from 'feelin';
import type { Tree } from '../classify.ts';
import { FEEL_FUNCTIONS } from '../feelFunctions.ts';
import { hidesLiteral } from '../hidesLiteral.ts';
import type { Json, JsonObject } from '../Json.ts';
import { Bail } from './bail.ts';
import { compilePart } from './compilePart.ts';
import { isPlainName } from './names.ts';
import type { Part, Run } from './Part.ts';

/**
 * A compiled expression: its value over the variables, exactly what the interpreter gives, except that lists and
 * contexts may be the variables' own. Undefined when the interpreter is to be asked: it knows all kinds of values, and
 * why an expression has none.
 */
export type Compiled = (variables: JsonObject) => Json | undefined;

/**
 * Compiles a FEEL expression into functions, which take a hundredth of the interpreter's time: it parses each time,
 * since names may have signs in them. Null for an expression that is not understood in full, or that the parser might
 * read otherwise with other variables.
 *
 * @param tree the source's syntax tree, without errors and parsed without variables
 * @param names those that a variable may be read by
 */
export function compileFeel(source: string, tree: Tree, names: ReadonlySet<string>): Compiled | null {
  try {
    const part = compilePart(source, tree.topNode);
    return readsAlike(source, tree, names) ? (variables) => run(part, variables) : null;
  } catch (error) {
    if (error instanceof Bail || error instanceof RangeError) return null;
    throw error;
  }
}

function run(part: Part, variables: JsonObject): Json | undefined {
  const state: Run = { variables, missing: false };
  try {
    const value = part(state);
    // the interpreter says which variable is missing
    return value === null && state.missing ? undefined : value;
  } catch (error) {
    // it may count what is nested too deep
    if (error instanceof Bail || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether the tree is the same once there are variables of all the names, and the functions that we add. */
function readsAlike(source: string, tree: Tree, names: ReadonlySet<string>): boolean {
  if (![...names].every((name) => isPlainName(name) && !hidesLiteral(source, name))) return false;
  const functions = [...FEEL_FUNCTIONS.keys()].filter((name) => source.includes(name));
  if (functions.some((name) => name.includes(' '))) return false;
  const known = Object.fromEntries([...names, ...functions].map((name) => [name, null]));
  return outline(parseFeel(source, known, undefined)) === outline(tree);
}

function outline(tree: Tree): string {
  const nodes: string[] = [];
  tree.iterate({
    enter({ name, from, to }) {
      nodes.push(`${name} ${from} ${to}`);
    },
  });
  return nodes.join('\n');
}
