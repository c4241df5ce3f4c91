import { evaluate, parseExpression as parseFeel, parseUnaryTests } from 'feelin';
import type { Tree } from '../classify.ts';
import { ExpressionError, type ExpressionErrorDetails } from '../ExpressionError.ts';
import { FEEL_FUNCTIONS } from '../feelFunctions.ts';
import { checkedTree } from '../parseExpression.ts';
import { isBlank } from './compileCell.ts';
import { plainCell, plainLiteral } from './plainCell.ts';

type Text = ExpressionErrorDetails['text'];

/** What is wrong with a FEEL expression, in both languages; null when nothing is (DMN 1.3, 10.3.1). */
export function checkFeel(source: string, names: ReadonlySet<string>): Text | null {
  if (plainLiteral(source) !== undefined) return null;
  return check(source, names, (context) => parseFeel(source, context, undefined));
}

/** The same of a cell's unary tests (7.3.2); an empty cell and "-" are right. */
export function checkTests(source: string, names: ReadonlySet<string>): Text | null {
  if (isBlank(source) || plainCell(source)) return null;
  return check(source, names, (context) => parseUnaryTests(source, context, undefined));
}

/** @param names what may be named: a name with signs in it is read as one only when the parser knows it */
function check(
  source: string,
  names: ReadonlySet<string>,
  parse: (context: Record<string, unknown>) => Tree,
): Text | null {
  const known = [...names].filter((name) => source.includes(name));
  try {
    const tree = checkedTree(source, () => parse(Object.fromEntries(known.map((name) => [name, null]))));
    return unknownFunction(source, tree, names);
  } catch (error) {
    if (error instanceof ExpressionError) return error.text;
    throw error;
  }
}

/** A variable may yet come; a function is built in, a knowledge model's, or not there at all. */
function unknownFunction(source: string, tree: Tree, names: ReadonlySet<string>): Text | null {
  let unknown: string | null = null;
  const own = new Set<string>();
  tree.iterate({
    enter({ name, node, from, to }) {
      // what the expression itself names: parameters, entries of contexts, variables of loops
      if (name === 'ParameterName' || name === 'Key' || name === 'Name') own.add(source.slice(from, to));
      const called = name === 'FunctionInvocation' ? node.firstChild : null;
      if (called?.name !== 'VariableName') return;
      const text = source.slice(called.from, called.to).replaceAll(/\s+/g, ' ');
      if (!names.has(text) && !own.has(text) && !isBuiltIn(text)) unknown ??= text;
    },
  });
  return unknown === null
    ? null
    : { en: `There is no function "${String(unknown)}".`, zh: `没有函数“${String(unknown)}”。` };
}

const builtIn = new Map<string, boolean>();

function isBuiltIn(name: string): boolean {
  const known = builtIn.get(name) ?? (FEEL_FUNCTIONS.has(name) || evaluate(name, {}).value !== null);
  if (builtIn.size < 1_000) builtIn.set(name, known);
  return known;
}
