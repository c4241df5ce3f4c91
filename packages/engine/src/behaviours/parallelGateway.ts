import { departBy } from '../walk/depart.ts';
import { factsAt } from '../walk/NodeFacts.ts';
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
    const { node, scope, flow } = token;
    const { isJoin, outgoing } = factsAt(walk, node);
    if (!isJoin || flow < 0) {
      departBy(walk, token, outgoing);
      return;
    }
    const waiting = joiningAt(scope, node);
    waiting.push(token);
    // counted before they are looked at: a wide join that looked at all of them each time would be quadratic
    if (waiting.length < node.incoming.length) return;
    const round: LiveToken[] = [];
    const surplus: LiveToken[] = [];
    const filled = new Uint8Array(walk.graph.flows.length);
    for (const other of waiting) {
      if (filled[other.flow] === 1) surplus.push(other);
      else round.push(other);
      filled[other.flow] = 1;
    }
    if (round.length < node.incoming.length) return;
    scope.joining?.set(node.index, surplus);
    merge(walk, token, round);
  },
};

/** The token that arrived last completed the round, so it is the one that goes on. */
function merge(walk: Walk, last: LiveToken, round: readonly LiveToken[]): void {
  for (const token of round) {
    if (token === last) continue;
    record(walk, 'leave', token);
    removeToken(walk, token);
  }
  departBy(walk, last, factsAt(walk, last.node).outgoing);
}
