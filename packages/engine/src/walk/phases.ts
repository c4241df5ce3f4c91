import type { JsonObject } from '../types/Json.ts';
import { logCompletion } from './compensationLog.ts';
import { giveOutputs, takeInputs } from './dataMapping.ts';
import { depart } from './depart.ts';
import { endTurn } from './endTurn.ts';
import { judgeConditions } from './judgeConditions.ts';
import { openLoop } from './openLoop.ts';
import { resumeCompensation } from './compensate.ts';
import { factsAt } from './NodeFacts.ts';
import { record } from './record.ts';
import { stickOn, stickOnIncident } from './stick.ts';
import { isLoopBody } from './tokenKinds.ts';
import { removeToken } from './tokens.ts';
import { writeFrom, writeVariables } from './variables.ts';
import { armBoundaryEvents, disarm } from './watchers.ts';
import type { LiveToken, Walk } from './Walk.ts';

/**
 * A token does what its node means, from the beginning: boundary events are armed, then the behaviour enters. A
 * condition on the border that is already true is caught before the activity begins.
 */
export function enter(walk: Walk, token: LiveToken): void {
  token.beginning = true;
  try {
    armAndBegin(walk, token);
  } catch (error) {
    stickOn(walk, token, 'enter', error);
  }
}

function armAndBegin(walk: Walk, token: LiveToken): void {
  // the instances of a repeated activity have no border of their own (BPMN 2.0.2, 10.3.8)
  if (token.data.turn === undefined) armBoundaryEvents(walk, token);
  judgeConditions(walk);
  if (token.dead) return;
  if (isLoopBody(token)) {
    token.beginning = false;
    openLoop(walk, token);
    return;
  }
  // a signal is thrown only when all other tokens have gone as far as they can: branches that run side by side are
  // simultaneous, and a signal that one of them waits for must not depend on the order of the drawing
  if (walk.rules.signalsReachOwnWaits && factsAt(walk, token.node).throwsSignal) walk.throwing.push(token);
  else begin(walk, token);
}

function begin(walk: Walk, token: LiveToken): void {
  takeInputs(walk, token);
  token.beginning = false;
  walk.behaviourOf(token.node).enter(walk, token);
}

/** The next token that waits to throw its signal does so. Returns whether there was one. */
export function throwNext(walk: Walk): boolean {
  const token = walk.throwing.shift();
  if (token && !token.dead) stickOnIncident(walk, token, 'enter', () => begin(walk, token));
  return token !== undefined;
}

/** The work of an activity, or the wait of an event, is done with a result: it is written, and the token goes on. */
export function complete(walk: Walk, token: LiveToken, result: JsonObject): void {
  let variables: JsonObject = {};
  try {
    variables = variablesOf(walk, token, result);
  } catch (error) {
    stickOn(walk, token, 'complete', error, result);
  }
  if (token.data.stuck !== undefined) return;
  writeResult(walk, token, variables);
  leave(walk, token);
}

/** What a result writes. */
function variablesOf(walk: Walk, token: LiveToken, result: JsonObject): JsonObject {
  const behaviour = walk.behaviourOf(token.node);
  const raw = behaviour.result ? behaviour.result(walk, token, result) : result;
  const ends = behaviour.opensScope && token.node.outputs.length === 0;
  return ends ? ownOf(token, raw) : giveOutputs(walk, token, raw);
}

/** A scope's variables end with it, but what is one instance's own belongs to the instance's result. */
function ownOf({ data }: LiveToken, variables: JsonObject): JsonObject {
  const own = data.turn === undefined ? {} : (data.local ?? {});
  return Object.fromEntries(Object.entries(variables).filter(([name]) => Object.hasOwn(own, name)));
}

/** A mapped output goes past the names that only the input mapping made: those end with the activity. */
function writeResult(walk: Walk, token: LiveToken, variables: JsonObject): void {
  if (token.node.outputs.length > 0 && token.data.turn === undefined) writeVariables(walk, token.scope, variables);
  else writeFrom(walk, token, variables);
}

/** A node is done: its boundary events are withdrawn and the token goes on by the outgoing flows. */
export function leave(walk: Walk, token: LiveToken): void {
  disarm(walk, token);
  logCompletion(walk, token);
  goOn(walk, token);
}

/** Where a token goes from a node that is done: on by the flows, or back to whatever it is a part of. */
export function goOn(walk: Walk, token: LiveToken): void {
  if (token.data.turn !== undefined) {
    endTurn(walk, token);
    return;
  }
  if (token.data.worksFor === undefined) {
    depart(walk, token);
    return;
  }
  record(walk, 'leave', token);
  removeToken(walk, token);
  resumeCompensation(walk, token.data.worksFor);
}
