import type { FeelType } from './FeelType.ts';

/** DMN hit policies and aggregators (DMN 1.3, 8.2.10), by the names of the schema. */
export const HIT_POLICIES = ['UNIQUE', 'FIRST', 'PRIORITY', 'ANY', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER'] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];
export const AGGREGATORS = ['SUM', 'COUNT', 'MIN', 'MAX'] as const;
export type Aggregator = (typeof AGGREGATORS)[number];

/** The decisions of one or more files, as plain data: it crosses to worker threads. */
export interface DecisionModel {
  readonly decisions: readonly Decision[];
  readonly functions: readonly KnowledgeModel[];
}

export interface Decision {
  readonly id: string;
  readonly name: string;
  /** the name by which its result is read by decisions that require it, and its type */
  readonly variable: Variable;
  /** ids of the decisions that it requires */
  readonly requires: readonly string[];
  /** input data that it requires */
  readonly inputs: readonly Variable[];
  /** ids of the business knowledge models that it may call */
  readonly knowledge: readonly string[];
  readonly logic: Boxed;
}

/** A business knowledge model: a function that decisions call (DMN 1.3, 6.3.9). */
export interface KnowledgeModel {
  readonly id: string;
  readonly name: string;
  readonly knowledge: readonly string[];
  readonly logic: Extract<Boxed, { kind: 'function' }>;
}

export interface Variable {
  readonly name: string;
  /** null when none is said: any value */
  readonly type: FeelType | null;
}

/** A boxed expression (DMN 1.3, 7.3 and 10.2). */
export type Boxed =
  | { readonly kind: 'literal'; readonly text: string; readonly type: FeelType | null }
  | DecisionTable
  | {
      readonly kind: 'context';
      /** the entry without a name is the result */
      readonly entries: readonly { readonly name: string | null; readonly value: Boxed }[];
    }
  | { readonly kind: 'list'; readonly elements: readonly Boxed[] }
  | { readonly kind: 'relation'; readonly columns: readonly string[]; readonly rows: readonly (readonly Boxed[])[] }
  | {
      readonly kind: 'invocation';
      readonly called: string;
      readonly bindings: readonly { readonly name: string; readonly value: Boxed }[];
    }
  | { readonly kind: 'function'; readonly parameters: readonly Variable[]; readonly body: Boxed };

export interface DecisionTable {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregator | null;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rules: readonly TableRule[];
}

export interface TableInput {
  readonly label: string;
  readonly expression: string;
  readonly type: FeelType | null;
  /** unary tests that every value must meet; null when all are allowed */
  readonly allowed: string | null;
}

export interface TableOutput {
  readonly name: string;
  readonly type: FeelType | null;
  /** the allowed values as unary tests, in the order of their priority; null when all are allowed */
  readonly values: string | null;
  readonly fallback: string | null;
}

export interface TableRule {
  readonly id: string | null;
  readonly tests: readonly string[];
  readonly results: readonly string[];
}
