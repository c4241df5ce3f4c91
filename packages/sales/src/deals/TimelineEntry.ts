import type { Labels } from '@dealwright/bpmn';
import type { PersonRef } from '../people/Person.ts';

export type TimelineKind =
  | 'started'
  | 'stage'
  | 'task'
  | 'event'
  | 'changed'
  | 'incident'
  | 'cancelled'
  | 'imported'
  | 'ended';

export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Something that happened to a deal. */
export interface TimelineEntry {
  /** unique within the deal */
  readonly key: string;
  readonly at: string;
  readonly kind: TimelineKind;
  readonly actor: PersonRef | null;
  readonly elementId: string | null;
  readonly name: string;
  readonly labels: Labels;
  /** form values written, or fields before and after */
  readonly changes: readonly Change[];
}
