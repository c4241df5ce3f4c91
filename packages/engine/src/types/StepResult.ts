import type { Effect } from './Effect.ts';
import type { HistoryEvent } from './HistoryEvent.ts';
import type { State } from './State.ts';

export interface StepResult {
  readonly state: State;
  readonly effects: readonly Effect[];
  readonly events: readonly HistoryEvent[];
}
