import type { Json, JsonObject } from './Json.ts';
import type { ToCompensate } from './State.ts';

/** What a token's `data` may hold; all of it tiny, all of it optional. */
export interface TokenData {
  /**
   * The token is a watcher: it stands for an event that may happen, and holds no scope open. The number is the id of
   * the token whose activity or event-based gateway it watches; 0 when it watches a whole scope (event subprocess).
   */
  on?: number;
  /** id of the scope that the token's subprocess has opened */
  scope?: number;
  /** timer cycles that may fire again: the interval, ISO 8601 */
  every?: string;
  /** timer cycles that may fire again: when this firing is due, epoch milliseconds */
  due?: number;
  /** timer cycles: how many times it still fires after this one; absent when without end or not a cycle */
  left?: number;
  /** an incident holds the token: what `retry` does again */
  stuck?: 'enter' | 'complete' | 'leave' | 'inside';
  /** held by an incident: the result, or what came with the event that starts an event subprocess, not written yet */
  result?: JsonObject;
  /** variables of the token's own: mapped input, an instance's entry of a collection */
  local?: JsonObject;
  /** watchers and catch events with several triggers: which of the node's triggers, when not the first */
  event?: number;
  /**
   * watchers of a parallel multiple event: this trigger has happened, others are still awaited; ad-hoc subprocesses:
   * the completion condition has been true
   */
  met?: true;
  /** watchers of a condition: it was true when last looked at, and fires again only after it has been false */
  held?: true;
  /** waits for more tokens before its activity starts (start quantity) */
  gathering?: true;
  /** the token stands for a repeated activity as a whole; its instances are tokens in the scope it has opened */
  loop?: LoopProgress;
  /** the token is one instance of a repeated activity: its `loopCounter`, from 1 */
  turn?: number;
  /** the token carries out a compensation: what is left to compensate, the next last */
  compensating?: readonly ToCompensate[];
  /** with `compensating`: what the token does at the end: leaves its node, is caught as a cancelled transaction, or just ends */
  afterwards?: 'leave' | 'cancel' | 'end';
  /** the token works for the compensation that this token carries out */
  worksFor?: number;
  /** a completed subprocess is open again to be compensated */
  reopened?: true;
  /** sequential ad-hoc subprocess: activities still to be started, in order */
  todo?: readonly number[];
}

/** How far a repeated activity is. */
export interface LoopProgress {
  /** instances in all; -1 for a standard loop, which does not know it */
  readonly total: number;
  /** instances started so far */
  readonly started: number;
  readonly completed: number;
  /** sequential: the entries of the collection */
  readonly items?: readonly Json[];
  /** the instances' results, in their order */
  readonly outputs?: readonly Json[];
}
