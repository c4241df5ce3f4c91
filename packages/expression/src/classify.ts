import type { parseExpression as parseFeel } from 'feelin';

/** plain: cost bounded by the sizes of expression and data; guarded: everything else, run off-thread with a deadline. */
export type ExpressionKind = 'plain' | 'guarded';

/** A syntax tree of the parser's. */
export type Tree = ReturnType<typeof parseFeel>;

/** Node names of the grammar whose evaluation looks at each part at most once. */
const PLAIN_NODES = new Set([
  'Expression',
  'ParenthesizedExpression',
  'Conjunction',
  'Disjunction',
  'Comparison',
  'CompareOp',
  'ArithmeticExpression',
  'ArithOp',
  'IfExpression',
  'PathExpression',
  'PathName',
  'VariableName',
  'Identifier',
  'Name',
  'Key',
  'Context',
  'ContextEntry',
  'List',
  'StringLiteral',
  'NumericLiteral',
  'BooleanLiteral',
  'DateTimeLiteral',
  'DateTimeConstructor',
  'AtLiteral',
  'UnaryTests',
  'Wildcard',
  'PositiveUnaryTest',
  'PositiveUnaryTests',
  'SimplePositiveUnaryTest',
  'Interval',
  'FunctionInvocation',
  'PositionalParameters',
  'LineComment',
  'BlockComment',
]);

/** Functions without regular expressions, without a list that grows, and without a function as argument. */
const PLAIN_FUNCTIONS = new Set([
  'contains',
  'starts with',
  'ends with',
  'string length',
  'upper case',
  'lower case',
  'substring',
  'substring before',
  'substring after',
  'not',
  'is defined',
  'number',
  'string',
  'date',
  'time',
  'date and time',
  'duration',
  'years and months duration',
  'now',
  'today',
  'day of week',
  'day of year',
  'week of year',
  'month of year',
  'abs',
  'floor',
  'ceiling',
  'decimal',
  'round up',
  'round down',
  'round half up',
  'round half down',
  'modulo',
  'sqrt',
  'log',
  'exp',
  'odd',
  'even',
  'count',
  'min',
  'max',
  'sum',
  'mean',
  'all',
  'any',
  'list contains',
  'get value',
  'get or else',
]);

/**
 * Whether an expression may be evaluated in place. An allow-list: what is not known to be bounded is guarded. A range
 * is harmless where it is only compared with (`x in [1..5]`), not where it could be spelled out. A context entry that
 * reads another one is guarded: `{a: "x", b: a + a, c: b + b, …}` doubles with each entry.
 */
export function classify(source: string, tree: Tree): ExpressionKind {
  let plain = true;
  const keys = new Set<string>();
  const reads = new Set<string>();
  tree.iterate({
    enter(ref) {
      if (!plain) return false;
      const { name, node, from, to } = ref;
      // keywords and punctuation are anonymous or lower-case node names
      if (/^[A-Z]/.test(name) && !PLAIN_NODES.has(name)) plain = false;
      if (name === 'FunctionInvocation') plain = isPlainCall(source, node);
      if (name === 'Interval') plain = plain && node.parent?.parent?.name === 'PositiveUnaryTest';
      if (name === 'Key') keys.add(bare(source.slice(from, to)));
      if (name === 'VariableName') reads.add(bare(source.slice(from, to)));
      return plain;
    },
  });
  return plain && ![...keys].some((key) => reads.has(key)) ? 'plain' : 'guarded';
}

/** A name without quotes and spaces, so that two ways to write it are one. */
function bare(name: string): string {
  return name.replaceAll(/[\s"]/g, '');
}

function isPlainCall(source: string, node: { firstChild: { name: string; from: number; to: number } | null }): boolean {
  const called = node.firstChild;
  if (called?.name !== 'VariableName') return false;
  return PLAIN_FUNCTIONS.has(source.slice(called.from, called.to).replaceAll(/\s+/g, ' '));
}
