import { reachability } from './reachability.ts';
import { nodeAt } from './openWalk.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';
import { mergeAt } from './mergeAt.ts';

/**
 * Judges the inclusive joins of every scope in which a token has moved or died since the last time. Called when no
 * token is on its way. Returns whether one fired.
 *
 * The rule (BPMN 2.0.2, 13.4.3): an inclusive gateway is activated when at least one incoming sequence flow has a
 * token and, for every directed path that (i) starts with a flow f that has a token, (ii) ends with an incoming flow of
 * the gateway that has no token, and (iii) does not visit the gateway, there is also a path that (iv) starts with f,
 * (v) ends with an incoming flow of the gateway that has a token, and (vi) does not visit the gateway. Then one token
 * is taken from each incoming flow that has one.
 *
 * Put the other way round: a token elsewhere in the scope holds the join back if and only if it can still reach an
 * empty incoming flow and can reach none that already has a token.
 */
export function judgeJoins(walk: Walk): boolean {
  for (const scope of walk.unsettled) {
    walk.unsettled.delete(scope);
    for (const [index, waiting] of scope.joining) {
      const gateway = nodeAt(walk.graph, index);
      if (gateway.type !== 'inclusiveGateway' || waiting.length === 0) continue;
      if (isHeldBack(walk, scope, waiting)) continue;
      walk.unsettled.add(scope);
      mergeAt(walk, waiting);
      return true;
    }
  }
  return false;
}

function isHeldBack(walk: Walk, scope: LiveScope, waiting: readonly LiveToken[]): boolean {
  const gateway = waiting[0]?.node;
  if (!gateway) return true;
  // the common case, and the one that keeps a long chain of joins linear: nobody else is under way
  if (scope.live.size === waiting.length) return false;
  const reaches = reachability(walk.graph, gateway);
  const filled = new Set(waiting.map((token) => token.flow));
  for (const token of scope.live) {
    if (token.node === gateway) continue;
    let reachesEmpty = false;
    let reachesFilled = false;
    gateway.incoming.forEach((flow, k) => {
      if (reaches[k]?.[token.node.index] !== 1) return;
      if (filled.has(flow)) reachesFilled = true;
      else reachesEmpty = true;
    });
    if (reachesEmpty && !reachesFilled) return true;
  }
  return false;
}
