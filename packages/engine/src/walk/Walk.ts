import type { GraphNode, ProcessGraph } from '@dealwright/bpmn';
import type { Behaviour } from '../behaviours/Behaviour.ts';
import type { Effect } from '../types/Effect.ts';
import type { Env } from '../types/Env.ts';
import type { HistoryEvent } from '../types/HistoryEvent.ts';
import type { JsonObject } from '../types/Json.ts';
import type { Completed, InstanceStatus } from '../types/State.ts';
import type { TokenData } from '../types/TokenData.ts';
import type { LiveTokens } from './LiveTokens.ts';
import type { NodeFacts } from './NodeFacts.ts';
import type { Rules } from './rulesOf.ts';

/**
 * The working copy of one step: the state with its references resolved, so that no move has to search. Mutable inside
 * the step, never seen outside it.
 */
export interface Walk {
  readonly graph: ProcessGraph;
  /** by node index */
  readonly facts: readonly NodeFacts[];
  readonly env: Env;
  /** handed in, so that the walk knows no behaviour and behaviours may know the walk */
  readonly behaviourOf: (node: GraphNode) => Behaviour;
  readonly tokens: LiveTokens;
  readonly scopes: Map<number, LiveScope>;
  readonly effects: Effect[];
  readonly events: HistoryEvent[];
  /** tokens on their way to a node, in order; `head` is the next one */
  readonly agenda: LiveToken[];
  head: number;
  /** tokens that are to throw a signal once no other is on its way */
  readonly throwing: LiveToken[];
  /** tokens that stand for a condition that may become true */
  conditions: Set<LiveToken> | null;
  /** a variable was written or a condition armed since conditions were judged last */
  stale: boolean;
  readonly rules: Rules;
  /** scopes in which a token moved or died since their joins were judged last, by `unsettle` */
  readonly unsettled: Set<LiveScope>;
  next: number;
  visited: number;
  v: number;
  status: InstanceStatus;
  outcome: string | null;
}

export interface LiveToken {
  readonly id: number;
  readonly node: GraphNode;
  readonly scope: LiveScope;
  /** flow index it came by; -1 when none */
  readonly flow: number;
  readonly data: TokenData;
  /** the scope that it opened */
  inner: LiveScope | null;
  /** the token that it watches, when it is a watcher on an activity or gateway */
  host: LiveToken | null;
  /** watchers on this token; null as long as there was none, as for most */
  watchers: Set<LiveToken> | null;
  /** on its way to the node: it has not entered yet */
  moving: boolean;
  /** its behaviour has not been entered yet: nothing can stand outside for it */
  beginning: boolean;
  dead: boolean;
}

export interface LiveScope {
  readonly id: number;
  readonly node: GraphNode;
  readonly parent: LiveScope | null;
  vars: JsonObject;
  /** the token in the parent scope that opened this one */
  owner: LiveToken | null;
  /** tokens that hold the scope open */
  readonly live: LiveTokens;
  /** watchers of the scope's event subprocesses; null as long as there was none */
  watchers: Set<LiveToken> | null;
  /** tokens that wait for others, at a join or for a start quantity, by node index */
  joining: Map<number, LiveToken[]> | null;
  /** what can be compensated, in order of completion */
  log: Completed[];
  /** complex gateways that wait for their reset: the flows from which they have had their token */
  resets: Map<number, readonly number[]> | null;
  /** it is among the walk's unsettled scopes */
  isUnsettled: boolean;
}
