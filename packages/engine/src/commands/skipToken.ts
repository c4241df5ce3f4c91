import type { GraphFlow, NodeType } from '@dealwright/bpmn';
import { CommandRefused } from '../CommandRefused.ts';
import type { JsonObject } from '../types/Json.ts';
import { conditionalFlows, departBy, outgoingFlows } from '../walk/depart.ts';
import { Incident } from '../walk/Incident.ts';
import { goOn } from '../walk/phases.ts';
import { dropScope, emptyScope } from '../walk/scopes.ts';
import { isAnswerable } from '../walk/tokenKinds.ts';
import { releaseWait } from '../walk/tokens.ts';
import { writeFrom } from '../walk/variables.ts';
import { disarm } from '../walk/watchers.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';

const GATEWAYS: ReadonlySet<NodeType> = new Set([
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'complexGateway',
  'eventBasedGateway',
]);
/** A token at one of these chooses a way; at the others it stands for tokens or events that have not come. */
const CHOOSING: ReadonlySet<NodeType> = new Set(['exclusiveGateway', 'inclusiveGateway']);

/**
 * Passes over the step at which a token is held: its wait is over, the variables are written as a result would be, and
 * the token goes on as if the step were done. The step was not done: it is not noted for compensation. Where conditions
 * can not be told, or none is true, the default flow is taken; without one the command is refused.
 */
export function skipToken(walk: Walk, token: LiveToken, variables: JsonObject): void {
  const { node, data } = token;
  const held = data.stuck !== undefined || isAnswerable(walk, token);
  if (!held || data.on !== undefined || data.compensating) throw new CommandRefused('nothing-to-skip', token.id);
  if (node.type === 'endEvent') throw new CommandRefused('nothing-after', node.name || node.id);
  releaseWait(walk, token, 'done');
  delete data.stuck;
  delete data.result;
  endInside(walk, token);
  writeFrom(walk, token, variables);
  disarm(walk, token);
  if (data.turn === undefined && data.worksFor === undefined) departBy(walk, token, waysOn(walk, token));
  else {
    goOn(walk, token);
    if (isHeld(token)) throw noWayOn(token);
  }
}

/** An ad-hoc subprocess that is open ends with all that is still done in it. */
function endInside(walk: Walk, token: LiveToken): void {
  const { data, inner } = token;
  if (!inner) return;
  emptyScope(walk, inner);
  dropScope(walk, inner);
  token.inner = null;
  delete data.scope;
  delete data.met;
  delete data.todo;
}

function waysOn(walk: Walk, token: LiveToken): readonly GraphFlow[] {
  const { node, scope } = token;
  const all = outgoingFlows(walk, node);
  const fallback = all.filter(({ index }) => index === node.defaultFlow);
  if (GATEWAYS.has(node.type)) {
    if (!CHOOSING.has(node.type)) throw noWayOn(token);
    if (fallback.length > 0) return fallback;
    if (all.length === 1) return all;
    throw noWayOn(token);
  }
  try {
    return conditionalFlows(walk, node, scope);
  } catch (error) {
    if (!(error instanceof Incident)) throw error;
    if (fallback.length > 0) return fallback;
    throw noWayOn(token);
  }
}

function isHeld({ dead, data }: LiveToken): boolean {
  return !dead && data.stuck !== undefined;
}

function noWayOn({ node }: LiveToken): CommandRefused {
  return new CommandRefused('no-way-on', node.name || node.id);
}
