import type { JsonObject } from '../types/Json.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';

/** What one kind of flow node does. The walk calls it; it moves tokens only through the walk's functions. */
export interface Behaviour {
  /** a task, job, subscription or called process stands outside while a token is here */
  readonly waits: boolean;
  /** A token has come in; its boundary events are armed. May throw an `Incident` before it has changed anything. */
  enter(walk: Walk, token: LiveToken): void;
  /** Turns an answer from outside into the variables to write; without it they are written as they come. May throw an `Incident`. */
  readonly result?: (walk: Walk, token: LiveToken, result: JsonObject) => JsonObject;
  /** The scope that the token has opened is done. */
  scopeDone?(walk: Walk, token: LiveToken): void;
}
