import type { WorkCalendar } from '@dealwright/bpmn';
import type { JsonObject } from './Json.ts';

/** What the executor needs from outside, and all of it is plain functions: no clock, no I/O, no interpreter inside. */
export interface Env {
  /** epoch milliseconds */
  readonly now: number;
  /**
   * A FEEL expression over the variables visible at the scope. Throws an `EvaluationError` (`isEvaluationError: true`, a `code` and a message; becomes an incident) or a
   * `PendingEvaluation` (passes through `step` untouched: the caller evaluates off-thread and calls `step` again,
   * which is free, because `step` is pure).
   */
  evaluate(expression: string, variables: JsonObject): unknown;
  /** A script task's source in its language; the same two errors. */
  script(language: string, source: string, variables: JsonObject): unknown;
  /** A DMN decision, by its id, over the variables; the same two errors. Absent where there are no decisions. */
  decide?(decisionId: string, variables: JsonObject): unknown;
  /** A calendar of working time by its id; null when there is none. Absent where there are no calendars. */
  calendar?(id: string): WorkCalendar | null;
}
