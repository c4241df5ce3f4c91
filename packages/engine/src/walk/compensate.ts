import type { EventDefinition } from '@dealwright/bpmn';
import type { ToCompensate } from '../types/State.ts';
import { catchAtBoundary } from './catchAtBoundary.ts';
import { compensationStart } from './compensationLog.ts';
import { newScope, nodeAt } from './openWalk.ts';
import { leave } from './phases.ts';
import { cancelToken, closeIfDone, dropScope, openScope } from './scopes.ts';
import { stickOnIncident } from './stick.ts';
import { wholeOf } from './tokenKinds.ts';
import { putToken, removeToken, sendToken } from './tokens.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';
import { enterCaught } from './watchers.ts';

type CompensationEvent = Extract<EventDefinition, { kind: 'compensation' }>;

/**
 * A compensation is thrown (BPMN 2.0.2, 10.5.5 and 13.5.5): what it names, or all that was completed in its scope, is
 * compensated one after another in the reverse order of completion, each once. Returns whether the token has to wait
 * for it; where the event does not wait, the compensation goes on by itself and holds the scope open.
 */
export function throwCompensation(walk: Walk, token: LiveToken, event: CompensationEvent): boolean {
  const found = takeFromLog(token.scope, event.activity);
  if (found.length === 0) return false;
  if (event.wait) beginCompensation(walk, token, found, 'leave');
  else beginCompensation(walk, putToken(walk, token.node, token.scope), found, 'end');
  return event.wait;
}

/** Makes a token carry out a compensation, the last entry first. */
export function beginCompensation(
  walk: Walk,
  token: LiveToken,
  entries: readonly ToCompensate[],
  afterwards: NonNullable<LiveToken['data']['afterwards']>,
): void {
  token.data.compensating = entries;
  token.data.afterwards = afterwards;
  next(walk, token);
}

/** A handler is done: the token that it worked for goes on with the next. */
export function resumeCompensation(walk: Walk, id: number): void {
  const token = walk.tokens.get(id);
  if (token?.data.compensating) next(walk, token);
}

/**
 * The entries that a throw means. A named activity is looked for from the throwing scope outwards. Without a name it is
 * all of the current subprocess or process; for an event subprocess, which acts for the scope around it, both.
 */
function takeFromLog(from: LiveScope, activity: number): readonly ToCompensate[] {
  if (activity < 0) {
    const around = from.node.type === 'eventSubProcess' && from.parent ? takeAll(from.parent) : [];
    return [...around, ...takeAll(from)];
  }
  for (let scope: LiveScope | null = from; scope; scope = scope.parent) {
    const found = scope.log.filter((entry) => entry.node === activity);
    if (found.length === 0) continue;
    scope.log = scope.log.filter((entry) => entry.node !== activity);
    const { id } = scope;
    return found.map((entry) => ({ ...entry, scope: id }));
  }
  return [];
}

/** Empties a scope's log, to compensate what was in it. */
export function takeAll(scope: LiveScope): readonly ToCompensate[] {
  const all = scope.log.map((entry) => ({ ...entry, scope: scope.id }));
  scope.log = [];
  return all;
}

function next(walk: Walk, token: LiveToken): void {
  const left = token.data.compensating ?? [];
  const entry = left.at(-1);
  if (!entry) {
    finish(walk, token);
    return;
  }
  token.data.compensating = left.slice(0, -1);
  const scope = walk.scopes.get(entry.scope);
  if (scope) run(walk, token, entry, scope);
  else next(walk, token);
}

/**
 * Runs an activity's handler, or opens a subprocess again for its compensation event subprocess, or else, with neither,
 * compensates what was completed inside (the default compensation, 13.5.5).
 */
function run(walk: Walk, token: LiveToken, entry: ToCompensate, scope: LiveScope): void {
  const node = nodeAt(walk.graph, entry.node);
  const start = entry.log ? compensationStart(walk, node) : null;
  if (!entry.log || (!start && node.compensation >= 0)) {
    walk.events.push({ type: 'compensate', node: node.index, token: token.id, scope: scope.id });
    runHandler(walk, token, entry, scope);
    return;
  }
  walk.events.push({ type: 'compensate', node: node.index, token: token.id, scope: scope.id });
  // a handler on the border comes after the one inside
  const { log, ...border } = entry;
  if (node.compensation >= 0) token.data.compensating = [...(token.data.compensating ?? []), border];
  const owner = putToken(walk, node, scope, -1, { worksFor: token.id, reopened: true });
  const inner = newScope(walk.next++, node, scope, entry.vars ?? {});
  inner.log = [...log];
  walk.scopes.set(inner.id, inner);
  inner.owner = owner;
  owner.inner = inner;
  owner.data.scope = inner.id;
  if (!start) {
    beginCompensation(walk, owner, takeAll(inner), 'leave');
    return;
  }
  const handler = enterCaught(walk, nodeAt(walk.graph, start.parent), inner);
  stickOnIncident(walk, handler, 'enter', () => openScope(walk, handler.node, handler, [start.index]));
}

function runHandler(walk: Walk, token: LiveToken, entry: ToCompensate, scope: LiveScope): void {
  const handler = nodeAt(walk.graph, nodeAt(walk.graph, entry.node).compensation);
  const local = entry.vars ? { local: entry.vars } : {};
  sendToken(walk, handler, scope, -1, { worksFor: token.id, ...local });
}

function finish(walk: Walk, token: LiveToken): void {
  const { afterwards } = token.data;
  delete token.data.compensating;
  delete token.data.afterwards;
  if (token.inner && (token.data.reopened || afterwards === 'cancel')) {
    dropScope(walk, token.inner);
    token.inner = null;
    delete token.data.scope;
  }
  if (afterwards === 'leave') (walk.behaviourOf(token.node).compensated ?? leave)(walk, token);
  else if (afterwards === 'cancel') leaveCancelled(walk, token);
  else {
    removeToken(walk, token);
    closeIfDone(walk, token.scope);
  }
}

/** A transaction was cancelled and all of it compensated: it is left by its cancel boundary event, if it has one. */
function leaveCancelled(walk: Walk, instance: LiveToken): void {
  const transaction = wholeOf(instance);
  const boundary = transaction.node.boundary
    .map((index) => nodeAt(walk.graph, index))
    .find((node) => node.events.some((event) => event.kind === 'cancel'));
  if (boundary) {
    catchAtBoundary(walk, boundary, transaction, true);
    return;
  }
  const { scope, data } = transaction;
  cancelToken(walk, transaction);
  if (data.worksFor === undefined) closeIfDone(walk, scope);
  else resumeCompensation(walk, data.worksFor);
}
