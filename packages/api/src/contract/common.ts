import type { Message } from '@dealwright/bpmn/types';

export type { Labels, Message } from '@dealwright/bpmn/types';
export type { Page, PersonRef, Role } from '@dealwright/sales/types';
export type Language = 'zh' | 'en';
export type Theme = 'light' | 'dark' | 'system';
/** ISO 8601 with zone */
export type Instant = string;
/** YYYY-MM-DD */
export type Day = string;

/**
 * What every refused call carries in `error.data.problem`: a stable code, both languages, and the place where one
 * can be named (field, element id, file and line).
 */
export interface ApiProblem {
  readonly code: string;
  readonly message: Message;
  readonly place?: {
    readonly field?: string;
    readonly elementId?: string;
    readonly file?: string;
    readonly line?: number;
  };
  readonly details?: unknown;
}
