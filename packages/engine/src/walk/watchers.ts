import type { GraphNode } from '@dealwright/bpmn';
import { record } from './record.ts';
import { subscriptionTo, type PlannedSubscription } from './subscriptionTo.ts';
import { nodeAt } from './openWalk.ts';
import { putToken, releaseWait, removeToken } from './tokens.ts';
import { comesFromOutside, isThrownInside } from './watchedEvent.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/**
 * A watcher is a token that stands for an event that may happen: at a boundary event, at the start of an event
 * subprocess, at an event behind an event-based gateway, at a catch event with several triggers. It carries the
 * subscription, or waits for a condition inside the instance, and holds no scope open.
 */
export interface WatchPlan {
  readonly node: GraphNode;
  /** which of the node's triggers */
  readonly event: number;
  /** null for what nothing outside is asked for: a condition; in a parallel multiple event an error or escalation too */
  readonly subscription: PlannedSubscription | null;
}

/** Arms the boundary events of an activity that starts (BPMN 2.0.2, 10.5.4). Throws an `Incident` and arms none when an expression fails. */
export function armBoundaryEvents(walk: Walk, host: LiveToken): void {
  if (host.node.boundary.length === 0) return;
  const nodes = host.node.boundary.map((index) => nodeAt(walk.graph, index));
  watchAll(walk, planAll(walk, nodes, host.scope), host.scope, host);
}

/** Arms the events behind an event-based gateway. Throws an `Incident` and arms none when an expression fails. */
export function armGatewayEvents(walk: Walk, gateway: LiveToken): void {
  const nodes = gateway.node.outgoing.map((flow) => nodeAt(walk.graph, walk.graph.flows[flow]?.target ?? -1));
  watchAll(walk, planAll(walk, nodes, gateway.scope), gateway.scope, gateway);
}

/** Arms the event subprocesses of a scope that opens. Throws an `Incident` and arms none when an expression fails. */
export function armEventSubProcesses(walk: Walk, scope: LiveScope): void {
  if (scope.node.eventSubProcesses.length === 0) return;
  const starts = scope.node.eventSubProcesses.flatMap((index) => eventStartsOf(walk, nodeAt(walk.graph, index)));
  watchAll(walk, planAll(walk, starts, scope), scope, null);
}

/**
 * Arms the triggers of the event that a token itself stands at, all but `happened`. Returns whether there is any.
 * Throws an `Incident` and arms none when an expression fails.
 */
export function armOwnEvents(walk: Walk, token: LiveToken, happened = -1): boolean {
  const plans = planAll(walk, [token.node], token.scope).filter((plan) => plan.event !== happened);
  watchAll(walk, plans, token.scope, token);
  return plans.length > 0;
}

/** Arms those of a node's triggers anew that come from outside, for an event that may be caught again. */
export function armAgain(walk: Walk, node: GraphNode, scope: LiveScope, host: LiveToken | null): void {
  const plans = planAll(walk, [node], scope).filter(({ subscription }) => subscription !== null);
  watchAll(walk, plans, scope, host);
}

/** The start events of an event subprocess. */
export function eventStartsOf(walk: Walk, eventSubProcess: GraphNode): GraphNode[] {
  return eventSubProcess.children
    .map((index) => nodeAt(walk.graph, index))
    .filter((node) => node.type === 'startEvent');
}

/** Puts one watcher; for timer cycles that go on, the next one. */
export function watch(walk: Walk, plan: WatchPlan, scope: LiveScope, host: LiveToken | null): void {
  const { node, event, subscription } = plan;
  const on = { on: host?.id ?? 0, ...(event > 0 ? { event } : {}) };
  if (!subscription) {
    putToken(walk, node, scope, -1, on);
    walk.stale = true;
    return;
  }
  const { to, left, every } = subscription;
  const repeats = every !== null && to.kind === 'timer' && !node.interrupting;
  const watcher = putToken(walk, node, scope, -1, {
    ...on,
    ...(left === null ? {} : { left }),
    ...(repeats ? { every, due: to.due } : {}),
  });
  walk.effects.push({ type: 'subscribe', token: watcher.id, node: node.index, to });
}

/** Withdraws all watchers of a token, except one that is dealt with by the caller. */
export function disarm(walk: Walk, host: LiveToken, except?: LiveToken): void {
  if (!host.watchers) return;
  for (const watcher of host.watchers) if (watcher !== except) unwatch(walk, watcher, 'cancelled');
}

/** Withdraws the watchers of a scope's event subprocesses. */
export function disarmScope(walk: Walk, scope: LiveScope): void {
  for (const watcher of scope.watchers ?? []) unwatch(walk, watcher, 'cancelled');
}

/** Ends one watcher. */
export function unwatch(walk: Walk, watcher: LiveToken, reason: 'done' | 'cancelled'): void {
  releaseWait(walk, watcher, reason);
  removeToken(walk, watcher);
}

/** The watchers that stand for the same event: its other triggers, and the watcher itself. */
export function siblingsOf(watcher: LiveToken): LiveToken[] {
  const all = watcher.host ? watcher.host.watchers : watcher.scope.watchers;
  return [...(all ?? [])].filter((other) => other.node === watcher.node);
}

function planAll(walk: Walk, nodes: readonly GraphNode[], scope: LiveScope): WatchPlan[] {
  return nodes.flatMap((node) =>
    node.events.flatMap((event, at): WatchPlan[] => {
      const inside = event.kind === 'conditional' || (node.parallelMultiple && isThrownInside(event));
      if (inside) return [{ node, event: at, subscription: null }];
      if (!comesFromOutside(event)) return [];
      const subscription = subscriptionTo(walk, event, scope);
      return subscription ? [{ node, event: at, subscription }] : [];
    }),
  );
}

function watchAll(walk: Walk, plans: readonly WatchPlan[], scope: LiveScope, host: LiveToken | null): void {
  for (const plan of plans) watch(walk, plan, scope, host);
}

/** An event that was caught: the token that catches it enters and is ready to leave. */
export function enterCaught(walk: Walk, node: GraphNode, scope: LiveScope, flow = -1): LiveToken {
  const token = putToken(walk, node, scope, flow);
  record(walk, 'enter', token);
  return token;
}
