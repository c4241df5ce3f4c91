import type { BpmnElement } from '../moddle/BpmnElement.ts';
import type {
  Assignment,
  CallBinding,
  ConnectorDefinition,
  DecisionCall,
  FormSchema,
  Mapping,
  MultiInstance,
  PassedOn,
} from '../ProcessGraph.ts';

/** What another vendor's extension says of one element, in our terms, and what of it has no equal here. */
export interface DialectReading {
  readonly assignment?: Assignment;
  readonly connector?: ConnectorDefinition;
  readonly calledElement?: string;
  readonly correlation?: string;
  readonly script?: { readonly language: string; readonly source: string };
  readonly resultVariable?: string;
  /** data mappings, expressions in FEEL */
  readonly inputs?: readonly Mapping[];
  readonly outputs?: readonly Mapping[];
  /** what goes in and out beside the mappings, where the vendor has it otherwise than we do */
  readonly passes?: PassedOn;
  /** what the vendor adds to BPMN's own multi-instance characteristics; read from the activity or from the characteristics */
  readonly loop?: Partial<Pick<MultiInstance, 'collection' | 'inputItem' | 'outputCollection' | 'outputItem'>>;
  readonly decision?: DecisionCall;
  readonly callBinding?: CallBinding;
  /** ad-hoc subprocess: FEEL that gives the ids of the activities to start with */
  readonly activeElements?: string;
  readonly form?: FormSchema;
  /** ISO 8601 duration within which a task is due */
  readonly sla?: string;
  /** attributes and elements that are kept but have no effect, by their name in the file */
  readonly unmapped: readonly string[];
}

/** A part of a reading. */
export type Readings = Omit<DialectReading, 'unmapped'>;

export interface Dialect {
  readonly name: string;
  readonly uri: string;
  /** `prefix` is the one that the file binds to the dialect's namespace. */
  read(element: BpmnElement, prefix: string): DialectReading;
}
