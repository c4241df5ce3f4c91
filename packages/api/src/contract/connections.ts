import { SECRET_NAME, SHORTEST_SECRET, type WebhookRow } from '@dealwright/connectors/types';
import { z } from 'zod';

// secret.list (query; admin) → Secret[] · secret.save (mutation; admin; new or changed) → void · secret.remove → void
// webhook.list (query; admin) → Webhook[] · webhook.create (mutation; admin) → WebhookSecret
// webhook.rotate (mutation; admin; a new secret) → WebhookSecret · webhook.remove (mutation; admin) → void
export { SECRET_NAME, SHORTEST_SECRET } from '@dealwright/connectors/types';
export type { SecretRow as Secret, WebhookKind } from '@dealwright/connectors/types';

export interface Webhook extends WebhookRow {
  /** where deliveries are sent */
  readonly url: string;
}
/** Told once: it can't be read again. */
export interface WebhookSecret {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
}

const secretName = z.string().regex(SECRET_NAME);
export const saveSecretInput = z.object({
  name: secretName,
  value: z.string().min(SHORTEST_SECRET).max(10_000),
});
export const secretNameInput = z.object({ name: secretName });

const expression = z.string().trim().max(4000).default('');
export const createWebhookInput = z.object({
  name: z.string().trim().min(1).max(200),
  kind: z.enum(['start', 'message']),
  target: z.string().trim().min(1).max(200),
  payload: expression,
  correlation: expression,
});
export const webhookIdInput = z.object({ id: z.string().min(1).max(100) });
/** `overlap`: the old secret still counts for a day. */
export const rotateWebhookInput = webhookIdInput.extend({ overlap: z.boolean() });
