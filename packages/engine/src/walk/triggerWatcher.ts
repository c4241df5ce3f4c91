import { addDuration } from '@dealwright/bpmn';
import type { JsonObject } from '../types/Json.ts';
import { catchAtBoundary } from './catchAtBoundary.ts';
import { catchInEventSubProcess } from './catchInEventSubProcess.ts';
import { departBy, outgoingFlows } from './depart.ts';
import { complete } from './phases.ts';
import { disarm, unwatch, watch } from './watchers.ts';
import type { LiveToken, Walk } from './Walk.ts';
import { writeVariables } from './variables.ts';
import { putToken } from './tokens.ts';
import { record } from './record.ts';

/** What a watcher waited for has happened. */
export function triggerWatcher(walk: Walk, watcher: LiveToken, variables: JsonObject): void {
  const { host, node, scope } = watcher;
  if (node.type === 'boundaryEvent' && host) {
    writeVariables(walk, scope, variables);
    settleWatcher(walk, watcher);
    catchAtBoundary(walk, node, host, node.interrupting);
    return;
  }
  if (host) {
    triggerBehindGateway(walk, watcher, host, variables);
    return;
  }
  writeVariables(walk, scope, variables);
  settleWatcher(walk, watcher);
  catchInEventSubProcess(walk, node, scope, node.interrupting);
}

/** The first event behind an event-based gateway wins; the others are withdrawn (BPMN 2.0.2, 10.6.6). */
function triggerBehindGateway(walk: Walk, watcher: LiveToken, gateway: LiveToken, variables: JsonObject): void {
  const { node, scope } = watcher;
  const flow = outgoingFlows(walk, gateway.node).find((candidate) => candidate.target === node.index);
  disarm(walk, gateway, watcher);
  unwatch(walk, watcher, 'done');
  const token = putToken(walk, node, scope, flow?.index ?? -1);
  departBy(walk, gateway, []);
  if (flow) walk.events.push({ type: 'take', flow: flow.index, token: token.id, scope: scope.id });
  record(walk, 'enter', token);
  complete(walk, token, variables);
}

/**
 * Ends a watcher that fired, or leaves it in place where it may fire again: a non-interrupting message or signal stays
 * subscribed, a non-interrupting timer cycle with firings left is armed anew.
 */
function settleWatcher(walk: Walk, watcher: LiveToken): void {
  const { node, scope, host, data } = watcher;
  if (node.interrupting) {
    unwatch(walk, watcher, 'done');
    return;
  }
  if (!node.events.some((event) => event.kind === 'timer')) return;
  unwatch(walk, watcher, 'done');
  if (data.every === undefined || data.left === 0) return;
  const to = { kind: 'timer', due: nextDue(data.every, data.due ?? walk.env.now, walk.env.now) } as const;
  const left = data.left === undefined ? null : data.left - 1;
  watch(walk, { node, subscription: { to, left, every: data.every } }, scope, host);
}

/** One interval after the last firing was due, so that a late clock does not shift the rhythm; missed firings are not made up for. */
function nextDue(every: string, lastDue: number, now: number): number {
  const due = addDuration(lastDue, every);
  return due > now ? due : addDuration(now, every);
}
