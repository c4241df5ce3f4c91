import type { GraphNode, ProcessGraph } from '@dealwright/bpmn';
import { isConditional } from './watchedEvent.ts';
import { LiveTokens } from './LiveTokens.ts';
import { factsAt, nodeFacts } from './NodeFacts.ts';
import { rulesOf } from './rulesOf.ts';
import type { Env } from '../types/Env.ts';
import type { State, Token } from '../types/State.ts';
import type { TokenData } from '../types/TokenData.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/** Unfolds a state into the working copy of one step. Costs one pass over tokens and scopes. */
export function openWalk(graph: ProcessGraph, state: State, env: Env, behaviourOf: Walk['behaviourOf']): Walk {
  const walk: Walk = {
    graph,
    facts: nodeFacts(graph),
    env,
    behaviourOf,
    tokens: new LiveTokens(),
    scopes: new Map(),
    effects: [],
    events: [],
    agenda: [],
    head: 0,
    throwing: [],
    conditions: null,
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
    if (saved.resets)
      scope.resets = new Map(Object.entries(saved.resets).map(([index, flows]) => [Number(index), flows]));
    walk.scopes.set(saved.id, scope);
  }
  for (const saved of inOrder(state.tokens)) {
    const scope = walk.scopes.get(saved.scope);
    if (!scope) throw new RangeError(`token ${saved.id} is in scope ${saved.scope}, which the state does not have`);
    const token = newToken(saved.id, nodeAt(graph, saved.node), scope, saved.flow ?? -1, { ...saved.data });
    walk.tokens.add(token);
  }
  for (const token of walk.tokens) link(walk, token);
  return walk;
}

/** By their ids, as a step leaves them. */
function inOrder(tokens: readonly Token[]): readonly Token[] {
  const ordered = tokens.every(({ id }, at) => at === 0 || id > (tokens[at - 1]?.id ?? id));
  return ordered ? tokens : tokens.toSorted((a, b) => a.id - b.id);
}

export function newScope(id: number, node: GraphNode, parent: LiveScope | null, vars: LiveScope['vars']): LiveScope {
  return {
    id,
    node,
    parent,
    vars,
    owner: null,
    live: new LiveTokens(),
    watchers: null,
    joining: null,
    log: [],
    resets: null,
    isUnsettled: false,
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
    watchers: null,
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
    if (isWaitingForOthers(walk, token)) joiningAt(scope, token.node).push(token);
  } else if (data.on === 0) {
    (scope.watchers ??= new Set()).add(token);
  } else {
    token.host = walk.tokens.get(data.on) ?? null;
    if (token.host) (token.host.watchers ??= new Set()).add(token);
  }
  if (isConditional(token)) (walk.conditions ??= new Set()).add(token);
  if (data.scope !== undefined) {
    token.inner = walk.scopes.get(data.scope) ?? null;
    if (token.inner) token.inner.owner = token;
  }
}

function isWaitingForOthers(walk: Walk, { node, data, flow }: LiveToken): boolean {
  if (data.gathering) return true;
  return factsAt(walk, node).isJoin && data.stuck === undefined && flow >= 0;
}

/** The tokens that wait at a join, in order of arrival. */
export function joiningAt(scope: LiveScope, node: GraphNode): LiveToken[] {
  const joining = (scope.joining ??= new Map());
  let waiting = joining.get(node.index);
  if (!waiting) joining.set(node.index, (waiting = []));
  return waiting;
}
