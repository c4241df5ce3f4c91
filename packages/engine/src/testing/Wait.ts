import type { Subscription } from '../types/Effect.ts';
import type { JsonObject } from '../types/Json.ts';

/** Something that an instance waits for, as the outside would keep it. */
export interface Wait {
  readonly token: number;
  readonly nodeId: string;
  readonly kind: 'task' | 'job' | 'message' | 'signal' | 'timer' | 'process' | 'incident';
  readonly to: Subscription | null;
  readonly variables: JsonObject;
  /** incident code */
  readonly code: string | null;
}

/** When a wait is over by itself, epoch milliseconds; never for what is no timer. */
export function dueOf(wait: Wait): number {
  return wait.to?.kind === 'timer' ? wait.to.due : Infinity;
}
