import type { JsonObject } from '../types/Json.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';

/** What one kind of flow node does. The walk calls it; it moves tokens only through the walk's functions. */
export interface Behaviour {
  /** whether a task, job, subscription or called process stands outside while the token is here */
  waits(token: LiveToken): boolean;
  /** the node opens a scope, whose variables end with it unless they are mapped */
  readonly opensScope?: true;
  /** A token has come in; its boundary events are armed. May throw an `Incident` before it has changed anything. */
  enter(walk: Walk, token: LiveToken): void;
  /** Turns an answer from outside into the variables to write; without it they are written as they come. May throw an `Incident`. */
  readonly result?: (walk: Walk, token: LiveToken, result: JsonObject) => JsonObject;
  /** The scope that the token has opened is done; `variables` are those that it held. */
  scopeDone?(walk: Walk, token: LiveToken, variables: JsonObject): void;
  /** The compensation that the token has thrown is done; without it the token leaves. */
  readonly compensated?: (walk: Walk, token: LiveToken) => void;
  /** A token in the scope that `owner` has opened has left its node. */
  innerLeft?(walk: Walk, owner: LiveToken): void;
}

/** Nothing outside stands for a token here: it goes on at once, or waits for others inside the instance. */
export function noWait(): boolean {
  return false;
}

/** A task, job or called process stands outside as long as the token is here. */
export function alwaysWaits(): boolean {
  return true;
}
