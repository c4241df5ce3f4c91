import { depart } from './depart.ts';
import { record } from './record.ts';
import { removeToken } from './tokens.ts';
import type { LiveToken, Walk } from './Walk.ts';

/**
 * A join fires: the first waiting token of each incoming flow is taken, and one goes on for all. `waiting` is the
 * scope's own list and loses the tokens taken; surplus tokens stay in it.
 */
export function mergeAt(walk: Walk, waiting: LiveToken[]): void {
  const taken = new Map<number, LiveToken>();
  for (const token of waiting) if (!taken.has(token.flow)) taken.set(token.flow, token);
  const [first, ...others] = taken.values();
  if (!first) return;
  for (const token of others) {
    record(walk, 'leave', token);
    removeToken(walk, token);
  }
  waiting.splice(waiting.indexOf(first), 1);
  depart(walk, first);
}
