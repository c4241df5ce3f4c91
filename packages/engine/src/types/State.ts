import type { JsonObject } from './Json.ts';
import type { TokenData } from './TokenData.ts';

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
  /** outcome of the end event reached last, when it has one: branches may go on after it */
  readonly outcome?: string;
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
  /** behaviour's own small data: which scope it opened, the activity it watches, what an incident holds … */
  readonly data?: Readonly<TokenData>;
}

export interface Scope {
  readonly id: number;
  /** the scope's node: 0 for the process */
  readonly node: number;
  /** id of the enclosing scope; -1 for the process */
  readonly parent: number;
  readonly vars: JsonObject;
  /** what has been completed in it and can be compensated, in order of completion; absent when nothing */
  readonly log?: readonly Completed[];
  /** complex gateways that wait for their reset: node index → flows from which they have had their token */
  readonly resets?: Readonly<Record<string, readonly number[]>>;
}

/** An activity that was completed and may be compensated, with what its handler may look back at. */
export interface Completed {
  readonly node: number;
  /** the activity's own variables, for a subprocess those of its scope, as they were at its end */
  readonly vars?: JsonObject;
  /** subprocesses: what had been completed inside */
  readonly log?: readonly Completed[];
}

/** A completed activity that is to be compensated, and the scope in which it was completed. */
export interface ToCompensate extends Completed {
  readonly scope: number;
}
