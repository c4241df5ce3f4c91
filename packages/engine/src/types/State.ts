import type { JsonObject } from './Json.ts';

/**
 * Everything an instance is between two commands. Plain JSON, small: a token is a few numbers, names live in the
 * graph. `JSON.parse(JSON.stringify(state))` loses nothing.
 */
export interface State {
  /** behaviour version the instance started under; see `BEHAVIOUR` */
  readonly v: number;
  readonly status: InstanceStatus;
  /** next number for a token or scope */
  readonly next: number;
  readonly tokens: readonly Token[];
  readonly scopes: readonly Scope[];
}

export type InstanceStatus = 'active' | 'completed' | 'terminated' | 'cancelled' | 'failed';

/** A token rests at a node (waiting) or at a join (arrived by `flow`). */
export interface Token {
  readonly id: number;
  readonly node: number;
  /** id of the scope it is in */
  readonly scope: number;
  /** flow it came by, where a join must know; absent otherwise */
  readonly flow?: number;
  /** behaviour's own small data: loop counters, which scope it opened, the event-based gateway it belongs to … */
  readonly data?: JsonObject;
}

export interface Scope {
  readonly id: number;
  /** the scope's node: 0 for the process */
  readonly node: number;
  /** id of the enclosing scope; -1 for the process */
  readonly parent: number;
  readonly vars: JsonObject;
}
