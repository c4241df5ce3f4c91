import type { BpmnElement } from '../moddle/BpmnElement.ts';
import type { Assignment, ConnectorDefinition } from '../ProcessGraph.ts';

/** What another vendor's extension says of one element, in our terms, and what of it has no equal here. */
export interface DialectReading {
  readonly assignment?: Assignment;
  readonly connector?: ConnectorDefinition;
  readonly calledElement?: string;
  readonly correlation?: string;
  readonly script?: { readonly language: string; readonly source: string };
  readonly resultVariable?: string;
  /** attributes and elements that are kept but have no effect, by their name in the file */
  readonly unmapped: readonly string[];
}

export interface Dialect {
  readonly name: string;
  readonly uri: string;
  /** `prefix` is the one that the file binds to the dialect's namespace. */
  read(element: BpmnElement, prefix: string): DialectReading;
}
