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
    const round = firstOfEachFlow(waiting);
    if (round.size === node.incoming.length) merge(walk, token, waiting, round);
  },
};

function firstOfEachFlow(waiting: readonly LiveToken[]): ReadonlyMap<number, LiveToken> {
  const first = new Map<number, LiveToken>();
  for (const token of waiting) if (!first.has(token.flow)) first.set(token.flow, token);
  return first;
}

/** The token that arrived last completed the round, so it is the one that goes on. `waiting` keeps the surplus. */
function merge(walk: Walk, last: LiveToken, waiting: LiveToken[], round: ReadonlyMap<number, LiveToken>): void {
  const surplus = waiting.filter((token) => round.get(token.flow) !== token);
  waiting.splice(0, waiting.length, ...surplus);
  for (const token of round.values()) {
    if (token === last) continue;
    record(walk, 'leave', token);
    removeToken(walk, token);
  }
  departBy(walk, last, factsAt(walk, last.node).outgoing);
}
