import type { InstanceStatus } from '../types/State.ts';
import type { Walk } from './Walk.ts';

/** The instance is over. What still stands in it must have been cancelled before. */
export function finishInstance(
  walk: Walk,
  status: Exclude<InstanceStatus, 'active'>,
  message: string | null,
  errorCode: string | null = null,
): void {
  walk.status = status;
  walk.effects.push({ type: 'finish', status, outcome: walk.outcome, message, errorCode });
}
