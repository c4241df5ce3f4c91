import type { JsonObject } from '../../../packages/engine/src/index.ts';
import type { Sent } from '../check/Ledger.ts';

/** A server under load, however it is reached. */
export interface Target {
  /** Does what was sent. Throws `Unanswered` when it may or may not have been done, `Refusal` when it was refused. */
  send(sent: Sent): Promise<JsonObject>;
  /** ids of open tasks, at most a few hundred; throws as `send` does */
  tasks(): Promise<readonly string[]>;
}

/** No answer came: the server or its database went away. */
export class Unanswered extends Error {}

/** The server said no. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What a server says when its database is away: nothing is known of the command. */
export const AWAY = 'database-unreachable';
