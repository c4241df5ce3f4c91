import type { EventDefinition, MultiInstance } from '@dealwright/bpmn';
import type { Json, JsonObject } from '../types/Json.ts';
import { evaluateCondition, evaluateOver } from './evaluate.ts';
import { loopVariables } from './loopVariables.ts';
import { goesOn, startTurn } from './openLoop.ts';
import { leave } from './phases.ts';
import { record } from './record.ts';
import { dropScope, emptyScope } from './scopes.ts';
import { stickOnIncident } from './stick.ts';
import { prepareThrow } from './prepareThrow.ts';
import { removeToken } from './tokens.ts';
import { tokenVariables, writeVariables } from './variables.ts';
import type { LiveToken, Walk } from './Walk.ts';

/** An instance of a repeated activity is done: the next begins, or the activity as a whole is done. */
export function endTurn(walk: Walk, token: LiveToken): void {
  const body = token.scope.owner;
  if (!body) return;
  const { loop } = body.node;
  stickOnIncident(walk, token, 'leave', () => {
    if (loop?.kind === 'multiInstance') endInstance(walk, body, token, loop);
    else endRound(walk, body, token);
  });
}

function endRound(walk: Walk, body: LiveToken, token: LiveToken): void {
  const { loop } = body.node;
  const progress = body.data.loop;
  if (loop?.kind !== 'standard' || !progress) return;
  const completed = progress.completed + 1;
  const again = completed !== progress.total && goesOn(walk, body, loop, completed);
  close(walk, token);
  body.data.loop = { ...progress, completed };
  if (again) startTurn(walk, body, undefined);
  else finish(walk, body);
}

function endInstance(walk: Walk, body: LiveToken, token: LiveToken, loop: MultiInstance): void {
  const before = body.data.loop;
  if (!before) return;
  const completed = before.completed + 1;
  const own: JsonObject = { ...tokenVariables(token), ...loopVariables({ ...before, completed }) };
  const outputs = withOutput(walk, before.outputs, token, loop, own);
  // the conditions may count the results so far: "two have approved"
  const seen = outputs && loop.outputCollection !== null ? { ...own, [loop.outputCollection]: outputs } : own;
  const enough = loop.completionCondition !== null && evaluateCondition(walk, loop.completionCondition, seen);
  const thrown = eventsThrown(walk, loop, completed, seen).map((event) => prepareThrow(walk, body, event));
  close(walk, token);
  const progress = { ...before, completed, ...(outputs ? { outputs } : {}) };
  body.data.loop = progress;
  if (body.inner) body.inner.vars = { ...body.inner.vars, ...loopVariables(progress) };
  walk.stale = true;
  for (const throwIt of thrown) {
    throwIt();
    // an event that interrupts has ended the activity
    if (body.dead) return;
  }
  if (enough || completed === progress.total) finish(walk, body);
  else if (loop.sequential) startTurn(walk, body, progress.items?.[progress.started]);
}

function withOutput(
  walk: Walk,
  outputs: readonly Json[] | undefined,
  token: LiveToken,
  loop: MultiInstance,
  seen: JsonObject,
): readonly Json[] | undefined {
  if (!outputs) return undefined;
  const value = loop.outputItem === null ? null : evaluateOver(walk, loop.outputItem, seen);
  return outputs.with((token.data.turn ?? 1) - 1, value);
}

/** Which events the behaviour throws when the `completed`-th instance completes (BPMN 2.0.2, table 10.30). */
function eventsThrown(
  walk: Walk,
  loop: MultiInstance,
  completed: number,
  seen: JsonObject,
): readonly EventDefinition[] {
  if (loop.behavior === 'complex') {
    return loop.complex
      .filter(({ condition }) => evaluateCondition(walk, condition, seen))
      .flatMap(({ events }) => events);
  }
  const throws = loop.behavior === 'none' || (loop.behavior === 'one' && completed === 1);
  return throws && loop.behaviorEvent ? [loop.behaviorEvent] : [];
}

function close(walk: Walk, token: LiveToken): void {
  record(walk, 'leave', token);
  removeToken(walk, token);
}

/** What still runs is cancelled; what was completed can be compensated from the scope around. */
function finish(walk: Walk, body: LiveToken): void {
  const { inner } = body;
  const { loop } = body.node;
  const outputs = body.data.loop?.outputs;
  if (inner) {
    emptyScope(walk, inner);
    body.scope.log.push(...inner.log);
    dropScope(walk, inner);
  }
  body.inner = null;
  delete body.data.scope;
  delete body.data.loop;
  if (loop?.kind === 'multiInstance' && loop.outputCollection !== null) {
    writeVariables(walk, body.scope, { [loop.outputCollection]: outputs ?? [] });
  }
  leave(walk, body);
}
