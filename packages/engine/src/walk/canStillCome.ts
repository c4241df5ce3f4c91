import type { GraphNode } from '@dealwright/bpmn';
import { reachability } from './reachability.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/**
 * Whether a join has to go on waiting, given the incoming flows that have had their token: it has, if and only if a
 * token elsewhere in the scope can still reach one of the other incoming flows and none of those (BPMN 2.0.2, 13.4.3,
 * put the other way round; `judgeJoins` has the rule as it stands there).
 */
export function canStillCome(walk: Walk, scope: LiveScope, gateway: GraphNode, filled: ReadonlySet<number>): boolean {
  // the common cases, and those that keep a long chain of joins linear: nobody else is under way, nothing is missing
  if (filled.size === gateway.incoming.length || !hasOthers(scope, gateway)) return false;
  const reaches = reachability(walk.graph, gateway);
  for (const token of scope.live) {
    if (token.node === gateway || !goesFurther(token)) continue;
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

function hasOthers(scope: LiveScope, gateway: GraphNode): boolean {
  const waiting = scope.joining?.get(gateway.index)?.length ?? 0;
  return scope.live.size > waiting;
}

/** Tokens that undo something end where they are, and go by no flow. */
function goesFurther({ data }: LiveToken): boolean {
  return data.worksFor === undefined && data.afterwards !== 'end';
}
