import { writeAudit } from '@dealwright/sales';
import { queryOne, transaction, type EntityManager } from '@dealwright/store';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';
import { issueLink, linkUrl } from './links.ts';
import { hashPassword } from './passwords.ts';

type Needs = Pick<Platform, 'em' | 'now' | 'newId' | 'newToken' | 'origin'>;

/** Whether nobody could administer this installation: no admin who can sign in, demo people aside. */
export async function setupNeeded(em: EntityManager): Promise<boolean> {
  const admin = await queryOne(
    em,
    `select 1 from person where 'admin' = any(roles) and active and not demo and password_hash is not null limit 1`,
  );
  return admin === null;
}

/**
 * Makes the first admin, who may draw processes too: on a first start there is nobody else to.
 *
 * @returns the person's id
 * @throws "email-taken"
 */
export async function createFirstAdmin(
  em: EntityManager,
  platform: Pick<Platform, 'now' | 'newId'>,
  person: { readonly name: string; readonly email: string; readonly passwordHash: string },
): Promise<string> {
  const id = platform.newId();
  const email = person.email.toLowerCase();
  const made = await queryOne(
    em,
    `insert into person (id, name, email, password_hash, roles, created_at)
     values ($1, $2, $3, $4, '{admin,manager}', $5) on conflict do nothing returning id`,
    [id, person.name, email, person.passwordHash, new Date(platform.now())],
  );
  if (made === null) throw refusals.emailTaken();
  await writeAudit(em, platform, {
    action: 'person.first-admin-created',
    subjectType: 'person',
    subjectId: id,
    actorId: null,
    before: null,
    after: { name: person.name, email, roles: ['admin', 'manager'] },
  });
  return id;
}

/**
 * At every start: when there is no admin yet, makes the one that the configuration names, or else a one-time link.
 * A link from an earlier start is void then.
 *
 * @returns the link to print, or null when none is needed
 */
export async function ensureFirstAdmin(
  platform: Needs,
  configured: { readonly email: string; readonly password: string } | null,
): Promise<string | null> {
  if (!(await setupNeeded(platform.em()))) return null;
  if (configured !== null) {
    const passwordHash = await hashPassword(configured.password);
    const name = configured.email.split('@')[0] ?? configured.email;
    try {
      await transaction(platform.em(), (em) =>
        createFirstAdmin(em, platform, { name, email: configured.email, passwordHash }),
      );
    } catch (error) {
      // another server that starts on the same database at the same time may have been first
      if (await setupNeeded(platform.em())) throw error;
    }
    return null;
  }
  const token = platform.newToken();
  await transaction(platform.em(), (em) =>
    issueLink(em, { token, purpose: 'setup', personId: null, now: platform.now() }),
  );
  return linkUrl(platform.origin, 'setup', token);
}
