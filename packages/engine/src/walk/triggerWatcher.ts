import { nextOfCycle } from '@dealwright/bpmn';
import type { JsonObject } from '../types/Json.ts';
import { catchAtBoundary } from './catchAtBoundary.ts';
import { catchInEventSubProcess } from './catchInEventSubProcess.ts';
import { departBy, outgoingFlows } from './depart.ts';
import { complete } from './phases.ts';
import { record } from './record.ts';
import { putToken, releaseWait } from './tokens.ts';
import { writeVariables } from './variables.ts';
import { comesFromOutside, watchedEvent } from './watchedEvent.ts';
import { armAgain, disarm, siblingsOf, unwatch, watch } from './watchers.ts';
import type { LiveToken, Walk } from './Walk.ts';

/** What a watcher waited for has happened. */
export function triggerWatcher(walk: Walk, watcher: LiveToken, variables: JsonObject): void {
  const { host, node, scope } = watcher;
  if (node.parallelMultiple && !isLastOf(walk, watcher)) {
    writeVariables(walk, scope, variables);
    return;
  }
  if (host && host.node === node) {
    disarm(walk, host, watcher);
    unwatch(walk, watcher, 'done');
    complete(walk, host, variables);
  } else if (node.type === 'boundaryEvent' && host) {
    settle(walk, watcher);
    catchAtBoundary(walk, node, host, node.interrupting, variables);
  } else if (host) triggerBehindGateway(walk, watcher, host, variables);
  else {
    settle(walk, watcher);
    catchInEventSubProcess(walk, node, scope, node.interrupting, variables);
  }
}

/** A parallel multiple event needs every one of its triggers once (BPMN 2.0.2, 10.5.5). */
function isLastOf(walk: Walk, watcher: LiveToken): boolean {
  if (watcher.data.met) return false;
  releaseWait(walk, watcher, 'done');
  watcher.data.met = true;
  return siblingsOf(watcher).every(({ data }) => data.met) && allAreThere(watcher);
}

/** All triggers but those that had happened before the token came to stand there. */
function allAreThere(watcher: LiveToken): boolean {
  const { node, host } = watcher;
  const count = siblingsOf(watcher).length;
  return count === node.events.length || (host?.node === node && node.type === 'startEvent');
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
 * Ends a watcher that fired, or leaves it in place where it may fire again: a non-interrupting message, signal or
 * condition stays, a non-interrupting timer cycle with firings left is armed anew, and so are all triggers of a
 * non-interrupting parallel multiple event.
 */
function settle(walk: Walk, watcher: LiveToken): void {
  const { node, scope, host, data } = watcher;
  if (node.interrupting) {
    unwatch(walk, watcher, 'done');
    return;
  }
  if (node.parallelMultiple) {
    for (const sibling of siblingsOf(watcher)) {
      if (comesFromOutside(watchedEvent(sibling))) unwatch(walk, sibling, 'done');
      // a condition that is still true has to be false first
      else delete sibling.data.met;
    }
    armAgain(walk, node, scope, host);
    return;
  }
  const event = data.event ?? 0;
  if (node.events[event]?.kind !== 'timer') return;
  unwatch(walk, watcher, 'done');
  if (data.every === undefined || data.left === 0) return;
  const due = nextOfCycle(data.due ?? walk.env.now, data.every, walk.env.now);
  if (due === null) return;
  const to = { kind: 'timer', due } as const;
  const left = data.left === undefined ? null : data.left - 1;
  watch(walk, { node, event, subscription: { to, left, every: data.every } }, scope, host);
}
