import type { JsonObject } from './Json.ts';

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
  stuck?: 'enter' | 'complete' | 'leave';
  /** with `stuck: "complete"`: the result that could not be written yet */
  result?: JsonObject;
}
