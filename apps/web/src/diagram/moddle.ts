/**
 * A node of the parsed model, as bpmn-moddle makes it. Its properties depend on its `$type`, so they are read through
 * `get` and narrowed where they are used.
 */
export interface ModdleNode {
  readonly $type: string;
  readonly $parent?: ModdleNode;
  readonly id?: string;
  name?: string;
  get(property: string): unknown;
  set(property: string, value: unknown): void;
  $instanceOf(type: string): boolean;
}

/** A list property of a node; empty when it is absent. */
export function listOf(node: ModdleNode | null | undefined, property: string): readonly ModdleNode[] {
  const value = node?.get(property);
  return Array.isArray(value) ? (value as readonly ModdleNode[]) : [];
}

/** A property that holds one node. */
export function nodeOf(node: ModdleNode | null | undefined, property: string): ModdleNode | null {
  return (node?.get(property) as ModdleNode | undefined) ?? null;
}

/** A text property of a node; empty when it is absent. */
export function textOf(node: ModdleNode | null | undefined, property: string): string {
  const value = node?.get(property);
  return typeof value === 'string' ? value : '';
}

/** Whether the node has this type or inherits from it. */
export function is(node: ModdleNode | null | undefined, type: string): boolean {
  return node?.$instanceOf?.(type) ?? false;
}

/** The extension elements of one type that hang on a node. */
export function extensionsOf(node: ModdleNode | null | undefined, type: string): readonly ModdleNode[] {
  return listOf(nodeOf(node, 'extensionElements'), 'values').filter((value) => value.$type === type);
}
