import type { GraphNode } from '@dealwright/bpmn';
import { logScope } from './compensationLog.ts';
import { finishInstance } from './finishInstance.ts';
import { goOn } from './phases.ts';
import { isLoopScope } from './tokenKinds.ts';
import { newScope, nodeAt } from './openWalk.ts';
import { record } from './record.ts';
import { releaseWait, removeToken, sendToken } from './tokens.ts';
import { settled, unsettle } from './unsettle.ts';
import { armEventSubProcesses, disarm, disarmScope } from './watchers.ts';
import type { JsonObject } from '../types/Json.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/**
 * Opens a scope for its owner (null for the process), arms its event subprocesses and puts a token at each of `starts`.
 * Throws an `Incident`, with nothing changed, when an event subprocess can't be armed.
 */
export function openScope(
  walk: Walk,
  node: GraphNode,
  owner: LiveToken | null,
  starts: readonly number[],
  variables: JsonObject = owner ? ownVariables(owner) : {},
): LiveScope {
  const scope = newScope(owner ? walk.next++ : 0, node, owner?.scope ?? null, variables);
  armEventSubProcesses(walk, scope);
  walk.scopes.set(scope.id, scope);
  if (owner) {
    scope.owner = owner;
    owner.inner = scope;
    owner.data.scope = scope.id;
  }
  for (const start of starts) sendToken(walk, nodeAt(walk.graph, start), scope);
  return scope;
}

/** What a scope begins with: the variables of the token that opens it, and its data objects, which are empty at first. */
function ownVariables({ node, data }: LiveToken): JsonObject {
  return { ...Object.fromEntries(node.dataNames.map((name) => [name, null])), ...data.local };
}

/** Where a token is put when a node's scope opens, by the rules that the instance runs under. */
export function startsOf(walk: Walk, node: GraphNode): readonly number[] {
  return walk.rules.implicitStarts && node.implicitStarts.length > 0
    ? [...node.starts, ...node.implicitStarts]
    : node.starts;
}

/**
 * Implicit termination (BPMN 2.0.2, 13.5.6): a scope in which no token is left is done, and its owner goes on. Not
 * while its compensation is carried out, a complex gateway may yet let something go, or an ad-hoc subprocess is to go on.
 */
export function closeIfDone(walk: Walk, scope: LiveScope): void {
  if (scope.live.size > 0 || walk.scopes.get(scope.id) !== scope) return;
  const { owner } = scope;
  if (owner && (owner.data.compensating !== undefined || isLoopScope(scope))) return;
  if (owner && scope.node.adHoc?.completionCondition && !owner.data.met) return;
  if (scope.resets && scope.resets.size > 0) {
    unsettle(walk, scope);
    return;
  }
  close(walk, scope, 'completed');
}

/** Ends an ad-hoc subprocess whose completion condition is true. */
export function completeScope(walk: Walk, scope: LiveScope): void {
  emptyScope(walk, scope);
  close(walk, scope, 'completed');
}

/** Ends a scope at once, as a terminate end event does; its owner goes on. */
export function terminateScope(walk: Walk, scope: LiveScope): void {
  emptyScope(walk, scope);
  close(walk, scope, 'terminated');
}

/** Cancels every token in a scope and below it; the scope itself stays open. */
export function emptyScope(walk: Walk, scope: LiveScope): void {
  disarmScope(walk, scope);
  for (const token of scope.live) cancelToken(walk, token);
}

/** Cancels a token with all that hangs on it: its watchers, its wait, the scope that it opened. Closes no scope around it. */
export function cancelToken(walk: Walk, token: LiveToken): void {
  if (token.dead) return;
  disarm(walk, token);
  if (token.data.compensating) {
    for (const other of walk.tokens) if (other.data.worksFor === token.id) cancelToken(walk, other);
  }
  if (token.inner) {
    emptyScope(walk, token.inner);
    dropScope(walk, token.inner);
  }
  releaseWait(walk, token, 'cancelled');
  if (!token.moving) record(walk, 'cancel', token);
  removeToken(walk, token);
}

/** The process scope stays in the state, for its variables. */
function close(walk: Walk, scope: LiveScope, status: 'completed' | 'terminated'): void {
  const { owner } = scope;
  if (!owner) {
    disarmScope(walk, scope);
    if (walk.status === 'active') finishInstance(walk, status, null);
    return;
  }
  dropScope(walk, scope);
  owner.inner = null;
  delete owner.data.scope;
  if (status === 'completed') logScope(walk, owner, scope);
  if (owner.data.reopened) goOn(walk, owner);
  else walk.behaviourOf(owner.node).scopeDone?.(walk, owner, scope.vars);
}

/** Takes a scope out of the instance, with the watchers of its event subprocesses. */
export function dropScope(walk: Walk, scope: LiveScope): void {
  disarmScope(walk, scope);
  walk.scopes.delete(scope.id);
  settled(walk, scope);
}
