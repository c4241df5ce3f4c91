import { bail } from './bail.ts';
import type { SyntaxNode } from './Part.ts';

/** The nodes directly inside of a node, keywords and signs too, comments not. */
export function nodeParts(node: SyntaxNode): SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (!child.type.isSkipped) parts.push(child);
  return parts;
}

/** The part at a place. Bails when the tree has another shape than the grammar is known to give. */
export function partAt(parts: readonly SyntaxNode[], at: number): SyntaxNode {
  return parts[at] ?? bail();
}
