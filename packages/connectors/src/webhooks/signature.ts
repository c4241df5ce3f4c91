import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a delivery says of itself, as the headers `webhook-id`, `webhook-timestamp` and `webhook-signature`. */
export interface DeliveryHeaders {
  readonly id: string;
  /** seconds since 1970, as text */
  readonly timestamp: string;
  /** one or more `v1,<base64>` with spaces between */
  readonly signature: string;
}

const PREFIX = 'whsec_';
/** A delivery older or newer than this may be one that was overheard. */
const WINDOW_SECONDS = 300;

/** A secret as it is given to the sender: 256 bits behind the prefix that the convention has. */
export function newWebhookSecret(randomBytes: (size: number) => Buffer): string {
  return `${PREFIX}${randomBytes(32).toString('base64')}`;
}

/**
 * HMAC-SHA256 over id, timestamp and body, as Standard Webhooks 1.0 has it: the id is signed too, so that nobody can
 * send an overheard delivery again under another.
 */
export function signatureOf(
  secret: string,
  { id, timestamp }: Omit<DeliveryHeaders, 'signature'>,
  body: Buffer,
): string {
  const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}

/** Whether one of the secrets signed the delivery, and lately. `now` is epoch milliseconds. */
export function isGenuine(delivery: DeliveryHeaders, body: Buffer, secrets: readonly string[], now: number): boolean {
  if (!/^\d{1,12}$/.test(delivery.timestamp)) return false;
  if (Math.abs(now / 1000 - Number(delivery.timestamp)) > WINDOW_SECONDS) return false;
  const given = delivery.signature.split(' ').slice(0, 10);
  return secrets.some((secret) => {
    const expected = Buffer.from(signatureOf(secret, delivery, body));
    return given.map((text) => Buffer.from(text)).some((text) => isSame(text, expected));
  });
}

/** In a time that does not tell how much of it is right. */
function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
