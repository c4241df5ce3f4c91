import type { Bus } from './Bus.ts';
import type { Services, Session } from './Services.ts';

/** Structured log: fields first, then the words. pino's shape. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What one request brings along. */
export interface RequestFacts {
  /** goes into the log and into the words of an internal error */
  readonly id: string;
  /** the client's network address, for limiting attempts */
  readonly address: string;
  readonly csrfToken: string | null;
  /** whether the `Origin` header is absent or one of this server's own */
  readonly sameOrigin: boolean;
}

/** The context of a call. */
export interface Context {
  readonly services: Services;
  readonly bus: Bus;
  readonly log: Log;
  readonly session: Session | null;
  readonly request: RequestFacts;
  /** sets the session's cookie, or with null removes it */
  readonly setSessionCookie: (token: string | null) => void;
}
