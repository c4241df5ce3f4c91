import { type ModdleNode, nodeOf, textOf } from '../../../diagram/moddle.ts';
import type { Create } from './Create.ts';

/** The text of an expression that a node holds; empty when there is none. */
export function readExpression(node: ModdleNode | null | undefined, property: string): string {
  return textOf(nodeOf(node, property), 'body');
}

/** An expression to set on a node; `undefined` for a blank text, which takes the property away. */
export function writeExpression(text: string, create: Create): ModdleNode | undefined {
  const body = text.trim();
  return body === '' ? undefined : create('bpmn:FormalExpression', { body });
}
