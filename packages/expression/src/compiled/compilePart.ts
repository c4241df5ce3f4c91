import { bail } from './bail.ts';
import { compileArithmetic } from './compileArithmetic.ts';
import { compileCall } from './compileCall.ts';
import { compileComparison } from './compileComparison.ts';
import { compilePath } from './compilePath.ts';
import { compileVariable } from './compileVariable.ts';
import { literalOf } from './literalOf.ts';
import { nodeParts, partAt } from './nodeParts.ts';
import type { CompilePart, Part, SyntaxNode } from './Part.ts';

/** A node and all that is inside of it. Bails for a node of another kind than those that are compiled. */
export function compilePart(source: string, node: SyntaxNode): Part {
  const compile: CompilePart = (inner) => compilePart(source, inner);
  const literal = literalOf(source, node);
  if (literal !== undefined) return () => literal;
  switch (node.name) {
    case 'Expression':
      return compile(partAt(nodeParts(node), 0));
    case 'ParenthesizedExpression':
      return compile(partAt(nodeParts(node), 1));
    case 'VariableName':
      return compileVariable(source, node);
    case 'PathExpression':
      return compilePath(source, node, compile);
    case 'ArithmeticExpression':
      return compileArithmetic(source, node, compile);
    case 'Comparison':
      return compileComparison(source, node, compile);
    case 'Conjunction':
      return compileJunction(node, compile, false);
    case 'Disjunction':
      return compileJunction(node, compile, true);
    case 'IfExpression':
      return compileIf(node, compile);
    case 'List':
      return compileList(node, compile);
    case 'FunctionInvocation':
      return compileCall(source, node, compile);
    default:
      return bail();
  }
}

/**
 * `and` and `or` in three-valued logic: one false, or true, decides; what is no truth value counts as null. Both sides
 * are evaluated, as the interpreter does: the second may fail.
 */
function compileJunction(node: SyntaxNode, compile: CompilePart, deciding: boolean): Part {
  const parts = nodeParts(node);
  const left = compile(partAt(parts, 0));
  const right = compile(partAt(parts, 2));
  const otherwise = !deciding;
  return (run) => {
    const a = left(run);
    const b = right(run);
    if (a === deciding || b === deciding) return deciding;
    return a === otherwise && b === otherwise ? otherwise : null;
  };
}

/** Anything but false and null is as good as true. */
function compileIf(node: SyntaxNode, compile: CompilePart): Part {
  const parts = nodeParts(node);
  const condition = compile(partAt(parts, 1));
  const yes = compile(partAt(parts, 3));
  const no = compile(partAt(parts, 5));
  return (run) => {
    const met = condition(run);
    return met === false || met === null ? no(run) : yes(run);
  };
}

function compileList(node: SyntaxNode, compile: CompilePart): Part {
  const elements = nodeParts(node).slice(1, -1).map(compile);
  return (run) => elements.map((element) => element(run));
}
