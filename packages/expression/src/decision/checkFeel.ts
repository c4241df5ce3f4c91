import { evaluate, parseExpression as parseFeel, parseUnaryTests } from 'feelin';
import type { Tree } from '../classify.ts';
import { ExpressionError, type ExpressionErrorDetails } from '../ExpressionError.ts';
import { FEEL_FUNCTIONS } from '../feelFunctions.ts';
import { checkedTree } from '../parseExpression.ts';
import { isBlank } from './compileCell.ts';
import { plainCell, plainLiteral } from './plainCell.ts';

type Text = ExpressionErrorDetails['text'];

/** What is wrong with expressions and cells, in both languages; null when nothing is. */
export interface FeelChecker {
  /** a FEEL expression (DMN 1.3, 10.3.1) */
  readonly feel: (source: string, names: ReadonlySet<string>) => Text | null;
  /** a cell's unary tests (7.3.2); an empty cell and "-" are right */
  readonly tests: (source: string, names: ReadonlySet<string>) => Text | null;
  /** whether there were more different expressions than are looked at; those beyond are not */
  readonly exhausted: () => boolean;
}

/** 0.15 ms each: what would take longer than a second keeps everyone waiting. */
export const MAX_EXPRESSIONS = 5_000;

/** Checks what belongs to one file: the same text is parsed once, and not without end. */
export function createFeelChecker(limit = MAX_EXPRESSIONS): FeelChecker {
  const known = new Map<ReadonlySet<string>, Map<string, Text | null>>();
  let count = 0;
  const once = (source: string, names: ReadonlySet<string>, kind: string, find: () => Text | null) => {
    const texts = known.get(names) ?? new Map<string, Text | null>();
    known.set(names, texts);
    const key = `${kind} ${source}`;
    const found = texts.get(key);
    if (found !== undefined) return found;
    count += 1;
    const text = count > limit ? null : find();
    texts.set(key, text);
    return text;
  };
  return {
    feel: (source, names) => {
      if (plainLiteral(source) !== undefined) return null;
      return once(source, names, 'feel', () =>
        check(source, names, (context) => parseFeel(source, context, undefined)),
      );
    },
    tests: (source, names) => {
      if (isBlank(source) || plainCell(source)) return null;
      return once(source, names, 'tests', () =>
        check(source, names, (context) => parseUnaryTests(source, context, undefined)),
      );
    },
    exhausted: () => count > limit,
  };
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
