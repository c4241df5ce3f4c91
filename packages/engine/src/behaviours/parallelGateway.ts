import { departBy, outgoingFlows } from '../walk/depart.ts';
import { isJoin } from '../walk/isJoin.ts';
import { joiningAt } from '../walk/openWalk.ts';
import { record } from '../walk/record.ts';
import { removeToken } from '../walk/tokens.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/**
 * Waits for one token on each incoming flow, takes one from each, and sends one along each outgoing flow; surplus
 * tokens wait for the next round (BPMN 2.0.2, 13.4.1).
 */
export const parallelGateway: Behaviour = {
  waits: noWait,
  enter(walk, token) {
    if (!isJoin(token.node) || token.flow < 0) {
      departBy(walk, token, outgoingFlows(walk, token.node));
      return;
    }
    const waiting = joiningAt(token.scope, token.node);
    waiting.push(token);
    const first = firstOfEachFlow(waiting);
    if (first.length === token.node.incoming.length) merge(walk, token, first);
  },
};

function firstOfEachFlow(waiting: readonly LiveToken[]): LiveToken[] {
  const seen = new Map<number, LiveToken>();
  for (const token of waiting) if (!seen.has(token.flow)) seen.set(token.flow, token);
  return [...seen.values()];
}

/** The token that arrived last completed the round, so it is the one that goes on. */
function merge(walk: Walk, last: LiveToken, round: readonly LiveToken[]): void {
  for (const token of round) {
    if (token === last) continue;
    record(walk, 'leave', token);
    removeToken(walk, token);
  }
  departBy(walk, last, outgoingFlows(walk, last.node));
}
