import { type AuditNote, writeAudit } from '@dealwright/sales';
import { transaction } from '@dealwright/store';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';
import type { SecretService, Viewer } from '../Services.ts';

type Needs = Pick<Platform, 'em' | 'now' | 'newId' | 'secrets'>;

/** Secrets for connectors. A value goes in and never comes out; the audit trail has the name alone. */
export function createSecretService(platform: Needs): SecretService {
  const { em, now, secrets } = platform;
  return {
    list: () => secrets.list(em()),
    save: (viewer, { name, value }) =>
      transaction(em(), async (within) => {
        await secrets.set(within, { name, value, actorId: viewer.personId, at: now() });
        await writeAudit(within, platform, { action: 'secret.save', ...of(viewer, name) });
      }),
    remove: (viewer, name) =>
      transaction(em(), async (within) => {
        if (!(await secrets.remove(within, name))) throw refusals.notFound('secret');
        await writeAudit(within, platform, { action: 'secret.remove', ...of(viewer, name) });
      }),
  };
}

function of({ personId }: Viewer, name: string): Omit<AuditNote, 'action'> {
  return { actorId: personId, subjectType: 'secret', subjectId: name, before: null, after: null };
}
