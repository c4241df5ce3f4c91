import type { EventDefinition, GraphNode } from '@dealwright/bpmn';
import { record } from './record.ts';
import { subscriptionTo, type PlannedSubscription } from './subscriptionTo.ts';
import { nodeAt } from './openWalk.ts';
import { putToken, releaseWait, removeToken } from './tokens.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/**
 * A watcher is a token that stands for an event that may happen: at a boundary event, at the start of an event
 * subprocess, at an event behind an event-based gateway. It carries the subscription, and holds no scope open.
 */
interface Plan {
  readonly node: GraphNode;
  readonly subscription: PlannedSubscription;
}

/** Arms the boundary events of an activity that starts (BPMN 2.0.2, 10.5.4). Throws an `Incident` and arms none when an expression fails. */
export function armBoundaryEvents(walk: Walk, host: LiveToken): void {
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
  const starts = scope.node.eventSubProcesses.flatMap((index) => eventStartsOf(walk, nodeAt(walk.graph, index)));
  watchAll(walk, planAll(walk, starts, scope), scope, null);
}

/** The start events of an event subprocess. */
export function eventStartsOf(walk: Walk, eventSubProcess: GraphNode): GraphNode[] {
  return eventSubProcess.children
    .map((index) => nodeAt(walk.graph, index))
    .filter((node) => node.type === 'startEvent');
}

/** Puts one watcher; for timer cycles that go on, the next one. */
export function watch(walk: Walk, plan: Plan, scope: LiveScope, host: LiveToken | null): void {
  const { to, left, every } = plan.subscription;
  const watcher = putToken(walk, plan.node, scope, -1, {
    on: host?.id ?? 0,
    ...(left === null ? {} : { left }),
    ...(every === null || to.kind !== 'timer' || plan.node.interrupting ? {} : { every, due: to.due }),
  });
  walk.effects.push({ type: 'subscribe', token: watcher.id, node: plan.node.index, to });
}

/** Withdraws all watchers of a token, except one that is dealt with by the caller. */
export function disarm(walk: Walk, host: LiveToken, except?: LiveToken): void {
  for (const watcher of host.watchers) if (watcher !== except) unwatch(walk, watcher, 'cancelled');
}

/** Withdraws the watchers of a scope's event subprocesses. */
export function disarmScope(walk: Walk, scope: LiveScope): void {
  for (const watcher of scope.watchers) unwatch(walk, watcher, 'cancelled');
}

/** Ends one watcher. */
export function unwatch(walk: Walk, watcher: LiveToken, reason: 'done' | 'cancelled'): void {
  releaseWait(walk, watcher, reason);
  removeToken(walk, watcher);
}

function planAll(walk: Walk, nodes: readonly GraphNode[], scope: LiveScope): Plan[] {
  return nodes.flatMap((node) =>
    node.events.flatMap((event: EventDefinition) => {
      const subscription = subscriptionTo(walk, event, scope);
      return subscription ? [{ node, subscription }] : [];
    }),
  );
}

function watchAll(walk: Walk, plans: readonly Plan[], scope: LiveScope, host: LiveToken | null): void {
  for (const plan of plans) watch(walk, plan, scope, host);
}

/** An event that was caught: the token that catches it enters and is ready to leave. */
export function enterCaught(walk: Walk, node: GraphNode, scope: LiveScope, flow = -1): LiveToken {
  const token = putToken(walk, node, scope, flow);
  record(walk, 'enter', token);
  return token;
}
