import type { Tree } from '../classify.ts';
import type { Json, JsonObject } from '../Json.ts';

/** One evaluation: what it reads, and whether it looked for a variable that is not there. */
export interface Run {
  readonly variables: JsonObject;
  missing: boolean;
}

/** A compiled part of an expression. Calls `bail` when the interpreter is to answer instead. */
export type Part = (run: Run) => Json;

/** A node of the parser's tree. */
export type SyntaxNode = Tree['topNode'];

/** Compiles a node inside of another one. Calls `bail` for what is not compiled. */
export type CompilePart = (node: SyntaxNode) => Part;
