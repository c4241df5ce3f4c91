import type { GraphNode } from '@dealwright/bpmn';
import type { TokenData } from '../types/TokenData.ts';
import { factsAt } from './NodeFacts.ts';
import { joiningAt, link, newToken } from './openWalk.ts';
import { standsOutside } from './tokenKinds.ts';
import { unsettle } from './unsettle.ts';
import { comesFromOutside, watchedEvent } from './watchedEvent.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/** Makes a token that stands at `node`. Every place a token comes to gets a new id: a late answer to an old wait finds nothing. */
export function putToken(walk: Walk, node: GraphNode, scope: LiveScope, flow = -1, data: TokenData = {}): LiveToken {
  const token = newToken(walk.next++, node, scope, flow, data);
  walk.tokens.add(token);
  link(walk, token);
  unsettle(walk, scope);
  return token;
}

/** Makes a token and sets it on its way to `node`, where it arrives after those before it. */
export function sendToken(walk: Walk, node: GraphNode, scope: LiveScope, flow = -1, data: TokenData = {}): LiveToken {
  const token = newToken(walk.next++, node, scope, flow, data);
  token.moving = true;
  walk.tokens.add(token);
  scope.live.add(token);
  unsettle(walk, scope);
  walk.agenda.push(token);
  return token;
}

/** Takes a token out of the walk and all indexes. Says nothing to the outside and closes no scope. */
export function removeToken(walk: Walk, token: LiveToken): void {
  const { scope, node, data } = token;
  unsettle(walk, scope);
  if (token.dead) return;
  token.dead = true;
  walk.tokens.lost();
  if (data.on === undefined) scope.live.lost();
  else {
    scope.watchers?.delete(token);
    token.host?.watchers?.delete(token);
    walk.conditions?.delete(token);
  }
  if (data.gathering || factsAt(walk, node).isJoin) {
    const waiting = joiningAt(scope, node);
    const at = waiting.indexOf(token);
    if (at >= 0) waiting.splice(at, 1);
  }
}

/** Tells the outside that what stands under the token is over, if anything stands there. */
export function releaseWait(walk: Walk, token: LiveToken, reason: 'done' | 'cancelled'): void {
  if (waitsOutside(walk, token)) walk.effects.push({ type: 'release', token: token.id, reason });
}

function waitsOutside(walk: Walk, token: LiveToken): boolean {
  if (token.data.on === undefined || token.data.stuck !== undefined) return standsOutside(walk, token);
  return !token.data.met && comesFromOutside(watchedEvent(token));
}
