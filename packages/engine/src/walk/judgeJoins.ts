import { canStillCome } from './canStillCome.ts';
import { judgeComplexJoin, judgeReset } from './judgeComplexGateway.ts';
import { mergeAt } from './mergeAt.ts';
import { nodeAt } from './openWalk.ts';
import { settled, unsettle } from './unsettle.ts';
import type { LiveScope, Walk } from './Walk.ts';

/**
 * Judges the inclusive and complex joins of every scope in which a token has moved or died since the last time. Called
 * when no token is on its way. Returns whether one fired.
 *
 * The rule of the inclusive join (BPMN 2.0.2, 13.4.3): an inclusive gateway is activated when at least one incoming
 * sequence flow has a token and, for every directed path that (i) starts with a flow f that has a token, (ii) ends with
 * an incoming flow of the gateway that has no token, and (iii) does not visit the gateway, there is also a path that
 * (iv) starts with f, (v) ends with an incoming flow of the gateway that has a token, and (vi) does not visit the
 * gateway. Then one token is taken from each incoming flow that has one.
 */
export function judgeJoins(walk: Walk): boolean {
  for (const scope of walk.unsettled) {
    settled(walk, scope);
    if (fires(walk, scope)) {
      unsettle(walk, scope);
      return true;
    }
  }
  return false;
}

function fires(walk: Walk, scope: LiveScope): boolean {
  for (const [index, waiting] of scope.joining ?? []) {
    const gateway = nodeAt(walk.graph, index);
    if (waiting.length === 0) {
      // joins that have fired are not looked at again and again: a chain of them stays linear
      scope.joining?.delete(index);
      continue;
    }
    if (gateway.type === 'complexGateway' && judgeComplexJoin(walk, scope, gateway, waiting)) return true;
    if (gateway.type !== 'inclusiveGateway') continue;
    if (canStillCome(walk, scope, gateway, new Set(waiting.map((token) => token.flow)))) continue;
    mergeAt(walk, waiting);
    return true;
  }
  for (const index of scope.resets?.keys() ?? []) if (judgeReset(walk, scope, nodeAt(walk.graph, index))) return true;
  return false;
}
