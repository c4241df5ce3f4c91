import type { BpmnElement } from '../moddle/BpmnElement.ts';
import type { Problem } from '../Problem.ts';

/** A model as read: the moddle tree, where its elements stand in the file, and what reading already found wrong. */
export interface ParsedModel {
  readonly definitions: BpmnElement;
  /** element id → 1-based line of its start tag */
  readonly lines: ReadonlyMap<string, number>;
  /** found while reading: unknown elements, dangling references, duplicate ids */
  readonly problems: readonly Problem[];
  /** namespace URI → prefix as the file's root declares it */
  readonly prefixes: ReadonlyMap<string, string>;
}
