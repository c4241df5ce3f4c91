import type { GraphNode, ProcessGraph } from '@dealwright/bpmn';
import { isConditional } from './watchedEvent.ts';
import { isJoin } from './isJoin.ts';
import { rulesOf } from './rulesOf.ts';
import type { Env } from '../types/Env.ts';
import type { State } from '../types/State.ts';
import type { TokenData } from '../types/TokenData.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/** Unfolds a state into the working copy of one step. Costs one pass over tokens and scopes. */
export function openWalk(graph: ProcessGraph, state: State, env: Env, behaviourOf: Walk['behaviourOf']): Walk {
  const walk: Walk = {
    graph,
    env,
    behaviourOf,
    tokens: new Map(),
    scopes: new Map(),
    effects: [],
    events: [],
    agenda: [],
    head: 0,
    throwing: [],
    conditions: new Set(),
    stale: false,
    rules: rulesOf(state.v),
    unsettled: new Set(),
    next: state.next,
    visited: 0,
    v: state.v,
    status: state.status,
    outcome: state.outcome ?? null,
  };
  for (const saved of state.scopes) {
    const scope = newScope(saved.id, nodeAt(graph, saved.node), walk.scopes.get(saved.parent) ?? null, saved.vars);
    if (saved.log) scope.log = [...saved.log];
    for (const [gateway, flows] of Object.entries(saved.resets ?? {})) scope.resets.set(Number(gateway), flows);
    walk.scopes.set(saved.id, scope);
  }
  for (const saved of state.tokens) {
    const scope = walk.scopes.get(saved.scope);
    if (!scope) throw new RangeError(`token ${saved.id} is in scope ${saved.scope}, which the state does not have`);
    const token = newToken(saved.id, nodeAt(graph, saved.node), scope, saved.flow ?? -1, { ...saved.data });
    walk.tokens.set(token.id, token);
  }
  for (const token of walk.tokens.values()) link(walk, token);
  return walk;
}

export function newScope(id: number, node: GraphNode, parent: LiveScope | null, vars: LiveScope['vars']): LiveScope {
  return {
    id,
    node,
    parent,
    vars,
    owner: null,
    live: new Set(),
    watchers: new Set(),
    joining: new Map(),
    log: [],
    resets: new Map(),
  };
}

export function newToken(id: number, node: GraphNode, scope: LiveScope, flow: number, data: TokenData): LiveToken {
  return {
    id,
    node,
    scope,
    flow,
    data,
    inner: null,
    host: null,
    watchers: new Set(),
    moving: false,
    beginning: false,
    dead: false,
  };
}

export function nodeAt(graph: ProcessGraph, index: number): GraphNode {
  const node = graph.nodes[index];
  if (!node) throw new RangeError(`the graph of ${graph.processId} has no node ${index}`);
  return node;
}

/** Enters a token into the indexes that follow from its place and data. */
export function link(walk: Walk, token: LiveToken): void {
  const { data, scope } = token;
  if (data.on === undefined) {
    scope.live.add(token);
    if (isWaitingForOthers(token)) joiningAt(scope, token.node).push(token);
  } else if (data.on === 0) {
    scope.watchers.add(token);
  } else {
    token.host = walk.tokens.get(data.on) ?? null;
    token.host?.watchers.add(token);
  }
  if (isConditional(token)) walk.conditions.add(token);
  if (data.scope !== undefined) {
    token.inner = walk.scopes.get(data.scope) ?? null;
    if (token.inner) token.inner.owner = token;
  }
}

function isWaitingForOthers({ node, data, flow }: LiveToken): boolean {
  if (data.gathering) return true;
  return isJoin(node) && data.stuck === undefined && flow >= 0;
}

/** The tokens that wait at a join, in order of arrival. */
export function joiningAt(scope: LiveScope, node: GraphNode): LiveToken[] {
  let waiting = scope.joining.get(node.index);
  if (!waiting) scope.joining.set(node.index, (waiting = []));
  return waiting;
}
