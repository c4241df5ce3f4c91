import { type EntityManager, query, queryOne } from '@dealwright/store';
import type { SecretBox } from '../secrets/createSecretBox.ts';
import type { WebhookKind, WebhookRow } from '../types.ts';
import { newWebhookSecret } from './signature.ts';

/** How long a changed secret still counts beside the new one: time to change it at the sender. */
const OVERLAP_MS = 24 * 3_600_000;

export interface NewWebhook {
  readonly name: string;
  readonly kind: WebhookKind;
  readonly target: string;
  readonly payload: string;
  readonly correlation: string;
  readonly actorId: string;
}

/** A webhook with the secrets that count now. */
export interface OpenedWebhook extends WebhookRow {
  readonly secrets: readonly string[];
}

/** Webhooks as admins keep them. Every method works in the transaction of `em`; `at` and `now` are epoch milliseconds. */
export interface Webhooks {
  list(em: EntityManager): Promise<readonly WebhookRow[]>;
  /** The secret is told this once. */
  create(em: EntityManager, webhook: NewWebhook, at: number): Promise<{ id: string; secret: string }>;
  /** A new secret, told this once; null when there is no such webhook. With `overlap` the old one counts for a day. */
  rotate(em: EntityManager, id: string, options: { overlap: boolean; at: number }): Promise<{ secret: string } | null>;
  remove(em: EntityManager, id: string): Promise<boolean>;
  /** For a delivery: the webhook with its secrets, or null. */
  open(em: EntityManager, id: string, now: number): Promise<OpenedWebhook | null>;
  /** Notes that a delivery has come in. */
  delivered(em: EntityManager, id: string, at: number): Promise<void>;
}

const COLUMNS = `id, name, kind, target, payload, correlation, previous_until as "previousUntil",
  created_at as "createdAt", last_delivery_at as "lastDeliveryAt"`;

const purposeOf = (id: string) => `webhook ${id}`;

export function createWebhooks(box: SecretBox, randomBytes: (size: number) => Buffer): Webhooks {
  return {
    list: (em) => query<WebhookRow>(em, `select ${COLUMNS} from webhook order by name, id`),
    async create(em, webhook, at) {
      const id = randomBytes(18).toString('base64url');
      const secret = newWebhookSecret(randomBytes);
      await query(
        em,
        `insert into webhook (id, name, kind, target, payload, correlation, secret, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          webhook.name,
          webhook.kind,
          webhook.target,
          webhook.payload,
          webhook.correlation,
          box.seal(purposeOf(id), secret),
          new Date(at),
          webhook.actorId,
        ],
      );
      return { id, secret };
    },
    async rotate(em, id, { overlap, at }) {
      const secret = newWebhookSecret(randomBytes);
      const rows = await query(
        em,
        `update webhook set secret = $2, previous_secret = case when $3 then secret end,
           previous_until = case when $3 then $4::timestamptz end
         where id = $1 returning id`,
        [id, box.seal(purposeOf(id), secret), overlap, new Date(at + OVERLAP_MS)],
      );
      return rows.length === 0 ? null : { secret };
    },
    async remove(em, id) {
      return (await query(em, 'delete from webhook where id = $1 returning id', [id])).length > 0;
    },
    async open(em, id, now) {
      const row = await queryOne<WebhookRow & { secret: string; previous: string | null }>(
        em,
        `select ${COLUMNS}, secret, case when previous_until > $2::timestamptz then previous_secret end as previous
         from webhook where id = $1`,
        [id, new Date(now)],
      );
      if (row === null) return null;
      const { secret, previous, ...webhook } = row;
      const sealed = previous === null ? [secret] : [secret, previous];
      return { ...webhook, secrets: sealed.map((one) => box.open(purposeOf(id), one)) };
    },
    async delivered(em, id, at) {
      await query(em, 'update webhook set last_delivery_at = $2 where id = $1', [id, new Date(at)]);
    },
  };
}
