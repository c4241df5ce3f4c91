import type { Labels } from '@dealwright/bpmn/types';
import type { PersonRef } from '../people/Person.ts';

export type TimelineKind =
  | 'started'
  | 'stage'
  | 'task'
  | 'event'
  | 'changed'
  | 'moved'
  | 'incident'
  | 'skipped'
  | 'escalated'
  | 'compensated'
  | 'cancelled'
  | 'imported'
  | 'ended';

export interface Change {
  /** key of the form's field, or name of the deal's */
  readonly field: string;
  /** what the form calls the field; empty for the deal's own */
  readonly labels: Labels;
  /** words for values that were chosen from a list, by value as text */
  readonly options: Readonly<Record<string, Labels>>;
  /** the name, where the deal holds another record's id */
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
  /** tasks: as in `TaskRow` */
  readonly turn: number | null;
  readonly item: string | null;
  /** form values written, or fields before and after */
  readonly changes: readonly Change[];
}
