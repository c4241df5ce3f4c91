import type { TokenData } from '../types/TokenData.ts';
import type { JsonObject } from '../types/Json.ts';
import { disarm } from './watchers.ts';
import { Incident } from './Incident.ts';
import { record } from './record.ts';
import type { LiveToken, Walk } from './Walk.ts';

/**
 * Runs a phase of a token; when it throws an `Incident`, the token is held at its node, the outside is told, and
 * `retry` runs the phase again. The phase must not have changed anything before it throws.
 */
export function stickOnIncident(
  walk: Walk,
  token: LiveToken,
  phase: NonNullable<TokenData['stuck']>,
  run: () => void,
  result?: JsonObject,
): void {
  try {
    run();
  } catch (error) {
    stickOn(walk, token, phase, error, result);
  }
}

/** What `stickOnIncident` does with whatever a phase has thrown: throws on what is no `Incident`. */
export function stickOn(
  walk: Walk,
  token: LiveToken,
  phase: NonNullable<TokenData['stuck']>,
  error: unknown,
  result?: JsonObject,
): void {
  if (!(error instanceof Incident)) throw error;
  stick(walk, token, phase, error);
  if (result) token.data.result = result;
}

/** Holds a token at its node with an incident. */
export function stick(walk: Walk, token: LiveToken, phase: NonNullable<TokenData['stuck']>, incident: Incident): void {
  // what goes on inside an activity leaves its border armed
  if (phase !== 'inside') disarm(walk, token);
  token.data.stuck = phase;
  record(walk, 'incident', token);
  walk.effects.push({
    type: 'raiseIncident',
    token: token.id,
    node: token.node.index,
    code: incident.code,
    message: incident.text,
  });
}
