import type { ModdleNode } from '../../../diagram/moddle.ts';

/** Makes a node of the model, as bpmn-moddle's `create` does. */
export type Create = (type: string, properties: Readonly<Record<string, unknown>>) => ModdleNode;
