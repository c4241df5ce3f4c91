import { parseExpression as parseFeel } from 'feelin';
import { classify, type ExpressionKind, type Tree } from './classify.ts';
import { type Compiled, compileFeel } from './compiled/compileFeel.ts';
import { ExpressionError } from './ExpressionError.ts';
import { excerpt } from './excerpt.ts';

export interface ParsedExpression {
  readonly source: string;
  /** names that a variable may be read by: those that are passed on, and no others */
  readonly names: ReadonlySet<string>;
  readonly kind: ExpressionKind;
  /** its compiled form, made when first asked for; null when there is none */
  compiled(): Compiled | null;
}

/** Longer or deeper sources are refused: no one writes them, and the parser's time grows with the square of both. */
export const MAX_LENGTH = 4_000;
export const MAX_DEPTH = 100;
const CACHE_SIZE = 2_000;
const cache = new Map<string, ParsedExpression | ExpressionError>();

/**
 * Parses a FEEL expression (without leading "="), once per source.
 *
 * @throws ExpressionError "expression-syntax" with the position, or "expression-too-long"
 */
export function parseExpression(source: string): ParsedExpression {
  const known = cache.get(source) ?? remember(source);
  if (known instanceof ExpressionError) throw known;
  return known;
}

function remember(source: string): ParsedExpression | ExpressionError {
  const parsed = parseOrError(source);
  if (cache.size >= CACHE_SIZE) {
    for (const oldest of cache.keys()) {
      cache.delete(oldest);
      break;
    }
  }
  cache.set(source, parsed);
  return parsed;
}

function parseOrError(source: string): ParsedExpression | ExpressionError {
  try {
    return parse(source);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

function parse(source: string): ParsedExpression {
  const names = new Set<string>();
  const tree = checkedTree(source, () => parseFeel(source, {}, undefined));
  tree.iterate({
    enter({ name, from, to }) {
      if (name === 'Identifier' || name === 'VariableName') names.add(source.slice(from, to));
    },
  });
  const kind = classify(source, tree);
  let compiled: Compiled | null | undefined;
  return {
    source,
    names,
    kind,
    compiled() {
      if (compiled === undefined) compiled = kind === 'plain' ? compileFeel(source, tree, names) : null;
      return compiled;
    },
  };
}

/**
 * The syntax tree of an expression or of unary tests, when there is nothing wrong with it.
 *
 * @throws ExpressionError "expression-syntax" with the position, or "expression-too-long"
 */
export function checkedTree(source: string, parseSource: () => Tree): Tree {
  if (source.length > MAX_LENGTH) {
    throw tooLong(
      source,
      `has ${source.length} characters; at most ${MAX_LENGTH} are allowed`,
      `有 ${source.length} 个字符，最多允许 ${MAX_LENGTH} 个`,
    );
  }
  if (depthOf(source) > MAX_DEPTH) {
    throw tooLong(source, `is nested deeper than ${MAX_DEPTH} brackets`, `的括号嵌套超过 ${MAX_DEPTH} 层`);
  }
  const tree = parseSource();
  tree.iterate({
    enter({ type, name, from, to }) {
      if (type.isError) throw syntaxError(source, from);
      // the parser takes "1e3" for a number, the interpreter for 1; the grammar has no exponent (DMN 1.3, 10.3.1.2, rule 37)
      if (name === 'NumericLiteral' && !/^-?\s*[\d.]+$/.test(source.slice(from, to))) throw syntaxError(source, from);
    },
  });
  if (source.trim() === '') throw syntaxError(source, 0);
  return tree;
}

/** The deepest nesting of brackets; those inside texts count too, which does no harm. */
function depthOf(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of source) {
    if ('([{'.includes(character)) deepest = Math.max(deepest, ++depth);
    else if (')]}'.includes(character)) depth--;
  }
  return deepest;
}

function tooLong(source: string, en: string, zh: string): ExpressionError {
  return new ExpressionError({
    code: 'expression-too-long',
    expression: excerpt(source),
    text: { en: `The expression "${excerpt(source, 40)}" ${en}.`, zh: `表达式“${excerpt(source, 40)}”${zh}。` },
    position: null,
  });
}

function syntaxError(source: string, position: number): ExpressionError {
  const rest = source.slice(position).trim();
  const en = rest === '' ? 'something is missing at the end' : `"${excerpt(rest, 20)}" is not expected here`;
  const zh = rest === '' ? '末尾缺少内容' : `此处不应出现“${excerpt(rest, 20)}”`;
  return new ExpressionError({
    code: 'expression-syntax',
    expression: source,
    text: {
      en: `Syntax error in "${excerpt(source)}" at character ${position + 1}: ${en}.`,
      zh: `表达式“${excerpt(source)}”第 ${position + 1} 个字符处有语法错误：${zh}。`,
    },
    position,
  });
}
