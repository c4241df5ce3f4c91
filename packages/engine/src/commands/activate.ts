import { CommandRefused } from '../CommandRefused.ts';
import type { JsonObject } from '../types/Json.ts';
import { nodeAt } from '../walk/openWalk.ts';
import { sendToken } from '../walk/tokens.ts';
import { writeVariables } from '../walk/variables.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';

/**
 * Starts one more activity of an ad-hoc subprocess by hand, as often as its performers like (BPMN 2.0.2, 13.3.5): one at
 * a time when it is sequential, and none after its completion condition has been true.
 */
export function activate(walk: Walk, token: LiveToken, id: string, variables: JsonObject): void {
  const { inner, node, data } = token;
  if (!inner || !node.adHoc || data.met) throw new CommandRefused('not-ad-hoc', token.id);
  const index = walk.graph.nodeIndex.get(id);
  if (index === undefined) throw new CommandRefused('node-unknown', id);
  const target = nodeAt(walk.graph, index);
  if (target.parent !== node.index || target.type === 'boundaryEvent' || target.isForCompensation) {
    throw new CommandRefused('node-elsewhere', id);
  }
  if (node.adHoc.sequential && inner.live.size > 0) throw new CommandRefused('ad-hoc-busy', id);
  writeVariables(walk, inner, variables);
  sendToken(walk, target, inner);
}
