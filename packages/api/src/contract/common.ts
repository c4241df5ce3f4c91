import type { Labels } from '@dealwright/bpmn/types';

export type { Labels };
export type Role = 'manager' | 'rep' | 'admin';
export type Language = 'zh' | 'en';
export type Theme = 'light' | 'dark' | 'system';
/** ISO 8601 with zone */
export type Instant = string;
/** YYYY-MM-DD */
export type Day = string;

export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/** A page of rows; ask again with `cursor` until it is null. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly cursor: string | null;
}

/**
 * What every refused call carries in `error.data.problem`: a stable code, both languages, and the place where one
 * can be named (field, element id, file and line).
 */
export interface ApiProblem {
  readonly code: string;
  readonly message: { readonly en: string; readonly zh: string };
  readonly place?: {
    readonly field?: string;
    readonly elementId?: string;
    readonly file?: string;
    readonly line?: number;
  };
  readonly details?: unknown;
}
