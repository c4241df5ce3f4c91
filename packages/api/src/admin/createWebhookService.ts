import { checkExpression } from '@dealwright/expression';
import { type AuditNote, writeAudit } from '@dealwright/sales';
import { transaction } from '@dealwright/store';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';
import type { Viewer, WebhookService } from '../Services.ts';

type Needs = Pick<Platform, 'em' | 'now' | 'newId' | 'origin' | 'webhooks'>;

/** Webhooks: where other systems may send, and what happens then. A secret is told when it is made, and never again. */
export function createWebhookService(platform: Needs): WebhookService {
  const { em, now, origin, webhooks } = platform;
  const urlOf = (id: string) => `${origin}/hooks/${id}`;
  return {
    async list() {
      const rows = await webhooks.list(em());
      return rows.map((row) => ({ ...row, url: urlOf(row.id) }));
    },
    async create(viewer, input) {
      for (const field of ['payload', 'correlation'] as const) checkField(field, input[field]);
      return transaction(em(), async (within) => {
        const made = await webhooks.create(within, { ...input, actorId: viewer.personId }, now());
        const { name, kind, target } = input;
        await writeAudit(within, platform, {
          action: 'webhook.create',
          ...of(viewer, made.id),
          after: { name, kind, target },
        });
        return { ...made, url: urlOf(made.id) };
      });
    },
    rotate: (viewer, { id, overlap }) =>
      transaction(em(), async (within) => {
        const renewed = await webhooks.rotate(within, id, { overlap, at: now() });
        if (renewed === null) throw refusals.notFound('webhook');
        await writeAudit(within, platform, { action: 'webhook.rotate', ...of(viewer, id) });
        return { id, url: urlOf(id), secret: renewed.secret };
      }),
    remove: (viewer, id) =>
      transaction(em(), async (within) => {
        if (!(await webhooks.remove(within, id))) throw refusals.notFound('webhook');
        await writeAudit(within, platform, { action: 'webhook.remove', ...of(viewer, id) });
      }),
  };
}

function of({ personId }: Viewer, id: string): Omit<AuditNote, 'action'> {
  return { actorId: personId, subjectType: 'webhook', subjectId: id, before: null, after: null };
}

function checkField(field: string, source: string): void {
  const wrong = source === '' ? null : checkExpression(source.replace(/^=/, ''));
  if (wrong !== null) throw refusals.badField('bad-expression', field, wrong);
}
