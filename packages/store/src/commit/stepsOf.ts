import type { HistoryEvent } from '@dealwright/engine';
import type { CommitPlan } from './CommitPlan.ts';

/** A row of `step`, with the letters that `commitFunction` knows its columns by. */
export interface Step {
  readonly seq: number;
  readonly at: string;
  /** actor */
  readonly a: string | null;
  /** a letter for each event */
  y: string;
  /** ids of elements and flows */
  readonly e: string[];
  /** tokens */
  readonly k: number[];
  /** details by the event's place */
  x?: Record<string, unknown>;
}

/** A letter for each type of event; the view `history` reads them. */
const LETTER: Readonly<Record<HistoryEvent['type'], string>> = {
  enter: 'e',
  leave: 'l',
  take: 't',
  cancel: 'c',
  incident: 'i',
  error: 'r',
  escalation: 's',
  compensate: 'p',
};

/** Events in a row that happened at one moment and by one person are one row. */
export function stepsOf({ history, actorId: ofPlan }: Pick<CommitPlan, 'history' | 'actorId'>): Step[] {
  const steps: Step[] = [];
  let step: Step | undefined;
  for (const { seq, type, elementId, token, at, detail, actorId = ofPlan } of history) {
    if (!step || step.at !== at || step.a !== actorId || step.seq + step.e.length !== seq) {
      step = { seq, at, a: actorId, y: '', e: [], k: [] };
      steps.push(step);
    }
    if (detail !== null) (step.x ??= {})[step.e.length] = detail;
    step.y += LETTER[type];
    step.e.push(elementId);
    step.k.push(token);
  }
  return steps;
}
