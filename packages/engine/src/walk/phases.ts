import type { JsonObject } from '../types/Json.ts';
import { depart } from './depart.ts';
import { stickOnIncident } from './stick.ts';
import { writeVariables } from './variables.ts';
import { armBoundaryEvents, disarm } from './watchers.ts';
import type { LiveToken, Walk } from './Walk.ts';

/** A token does what its node means, from the beginning: boundary events are armed, then the behaviour enters. */
export function enter(walk: Walk, token: LiveToken): void {
  stickOnIncident(walk, token, 'enter', () => {
    armBoundaryEvents(walk, token);
    walk.behaviourOf(token.node).enter(walk, token);
  });
}

/** The work of an activity, or the wait of an event, is done with a result: it is written, and the token goes on. */
export function complete(walk: Walk, token: LiveToken, result: JsonObject): void {
  const behaviour = walk.behaviourOf(token.node);
  let variables = result;
  stickOnIncident(
    walk,
    token,
    'complete',
    () => {
      if (behaviour.result) variables = behaviour.result(walk, token, result);
    },
    result,
  );
  if (token.data.stuck !== undefined) return;
  writeVariables(walk, token.scope, variables);
  leave(walk, token);
}

/** A node is done: its boundary events are withdrawn and the token goes on by the outgoing flows. */
export function leave(walk: Walk, token: LiveToken): void {
  disarm(walk, token);
  depart(walk, token);
}
