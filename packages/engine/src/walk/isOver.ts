import type { Walk } from './Walk.ts';

/** Whether the instance has ended. A call, so that the compiler does not believe an earlier look at the status. */
export function isOver(walk: Walk): boolean {
  return walk.status !== 'active';
}
