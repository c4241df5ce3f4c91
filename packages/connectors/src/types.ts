/** What screens need; safe for a browser. */

export { SECRET_NAME, SHORTEST_SECRET } from './secrets/secretNames.ts';

/** A secret as an admin sees it: all but its value. */
export interface SecretRow {
  readonly name: string;
  /** ISO 8601 */
  readonly updatedAt: string;
  /** name of the person */
  readonly updatedBy: string | null;
}

/** What a delivery to a webhook does: starts a process, or is a message for one. */
export type WebhookKind = 'start' | 'message';

/** A webhook as an admin sees it: all but its secret. */
export interface WebhookRow {
  readonly id: string;
  readonly name: string;
  readonly kind: WebhookKind;
  /** id of the process, or name of the message */
  readonly target: string;
  /** FEEL over `body` that gives the variables; empty: the body itself */
  readonly payload: string;
  /** FEEL over `body` that gives a message's correlation; empty: none */
  readonly correlation: string;
  /** until when the secret before the last change still counts, ISO 8601 */
  readonly previousUntil: string | null;
  /** ISO 8601 */
  readonly createdAt: string;
  readonly lastDeliveryAt: string | null;
}
