import type { GraphNode, ProcessGraph } from '@dealwright/bpmn';
import type { State, Token } from '../../types/State.ts';
import type { Wait } from '../Wait.ts';

/** Characters of JSON that a token, a scope or a log's entry takes at most, its variables and results not counted. */
const TOKEN_SIZE = 260;

/**
 * What is wrong with a state at rest: a token that nothing can move any more, a scope that none has opened, a wait
 * outside without its token or a token without its wait, more kept than what is open asks for. Empty when all is well.
 *
 * @param waits what stands outside for the instance
 */
export function brokenState(graph: ProcessGraph, state: State, waits: readonly Wait[]): string[] {
  const scopes = new Map(state.scopes.map((scope) => [scope.id, scope]));
  const tokens = new Map(state.tokens.map((token) => [token.id, token]));
  const outside = new Set(waits.map(({ token }) => token));
  const named = (token: Token): string => `token ${token.id} at ${graph.nodes[token.node]?.id}`;
  const wrong: string[] = [];

  for (const token of state.tokens) {
    if (!scopes.has(token.scope)) wrong.push(`${named(token)} is in no scope`);
    const on = token.data?.on ?? 0;
    if (on > 0 && !tokens.has(on)) wrong.push(`${named(token)} watches nothing`);
    if (!outside.has(token.id) && !restsInside(graph, state, token)) wrong.push(`${named(token)} is stranded`);
  }
  for (const scope of state.scopes) {
    if (scope.parent === -1) continue;
    const owners = state.tokens.filter((token) => token.data?.scope === scope.id);
    if (owners.length !== 1) wrong.push(`scope ${scope.id} has ${owners.length} owners`);
    if (!scopes.has(scope.parent)) wrong.push(`scope ${scope.id} is in no scope`);
  }
  for (const wait of waits) if (!tokens.has(wait.token)) wrong.push(`${wait.kind} ${wait.nodeId} waits without token`);
  if (state.status !== 'active' && (state.tokens.length > 0 || state.scopes.length > 1 || waits.length > 0)) {
    wrong.push(`left behind after the end: ${state.tokens.map(named).join(', ')}`);
  }
  if (sizeOf(state) > TOKEN_SIZE * (state.tokens.length + state.scopes.length + 1)) {
    wrong.push(`${sizeOf(state)} characters for ${state.tokens.length} tokens`);
  }
  return wrong;
}

/** Whether something inside the instance will move the token on: others that arrive, what it has opened, its watchers. */
function restsInside(graph: ProcessGraph, state: State, { id, node: index, flow, data }: Token): boolean {
  if (data?.gathering || data?.compensating || data?.scope !== undefined) return true;
  const node = graph.nodes[index];
  if (flow !== undefined && node && isGateway(node)) return true;
  if (data?.on === undefined)
    return state.tokens.some((other) => other.data?.on === id) || waitsForNothing(graph, node);
  const event = node?.events[data.event ?? 0];
  return data.met === true || event?.kind === 'conditional' || (node?.parallelMultiple ?? false);
}

/** An event-based gateway that is followed by nothing that can happen hangs, as it is drawn. */
function waitsForNothing({ flows, nodes }: ProcessGraph, node: GraphNode | undefined): boolean {
  if (node?.type !== 'eventBasedGateway') return false;
  const events = node.outgoing.flatMap((flow) => nodes[flows[flow]?.target ?? -1]?.events ?? []);
  return !events.some(({ kind }) => CAUGHT.has(kind));
}

const CAUGHT: ReadonlySet<string> = new Set(['message', 'signal', 'timer', 'conditional']);

function isGateway({ type }: GraphNode): boolean {
  return type === 'parallelGateway' || type === 'inclusiveGateway' || type === 'complexGateway';
}

/** Characters without what the model itself keeps: variables, collections, and what can be compensated. */
function sizeOf(state: State): number {
  const scopes = state.scopes.map(({ id, node, parent, resets }) => ({ id, node, parent, resets }));
  const tokens = state.tokens.map(({ data, ...token }) => {
    const { local: _local, loop: _loop, compensating: _left, result: _result, ...kept } = data ?? {};
    return { ...token, kept };
  });
  return JSON.stringify({ scopes, tokens }).length;
}
