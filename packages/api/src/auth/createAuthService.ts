import { writeAudit } from '@dealwright/sales';
import { query, queryOne, transaction, type EntityManager } from '@dealwright/store';
import type { Language, Me, Role, Theme } from '../contract/index.ts';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';
import type { AuthService, Session, SignedIn } from '../Services.ts';
import { type Attempt, attemptSucceeded, beginAttempt } from './attempts.ts';
import { createFirstAdmin, setupNeeded } from './firstAdmin.ts';
import { useLink } from './links.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import { endSession, endSessionsOf, startSession } from './sessions.ts';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: Role[];
  readonly language: Language | null;
  readonly theme: Theme | null;
  readonly demo: boolean;
  readonly passwordHash: string | null;
}
const PERSON = 'select id, name, email, roles, language, theme, demo, password_hash as "passwordHash" from person';

type Needs = Pick<Platform, 'em' | 'now' | 'newId' | 'newToken' | 'bus'>;

/** Signing in and out, first set-up, invitations, passwords. */
export function createAuthService(platform: Needs): AuthService {
  const { em, now, newId, newToken } = platform;

  const attemptAt = (email: string, address: string): Attempt => ({ id: newId(), email, address, now: now() });

  async function signedIn(within: EntityManager, person: PersonRow): Promise<SignedIn> {
    const token = newToken();
    const csrfToken = newToken();
    await startSession(within, { token, csrfToken, personId: person.id, now: now() });
    return { token, me: meOf(person, csrfToken) };
  }

  /** Links are guarded by the address alone: their secret cannot be guessed, only tried for. */
  async function byLink(
    address: string,
    password: string,
    work: (within: EntityManager, passwordHash: string) => Promise<SignedIn>,
  ): Promise<SignedIn> {
    const attempt = attemptAt('', address);
    await beginAttempt(em(), attempt);
    // after the limit, because it costs much, and before the transaction, because it takes long
    const passwordHash = await hashPassword(password);
    return transaction(em(), async (within) => {
      const result = await work(within, passwordHash);
      await attemptSucceeded(within, attempt);
      return result;
    });
  }

  return {
    async me(session) {
      return meOf(await personById(em(), session.personId), session.csrfToken);
    },
    setupNeeded: () => setupNeeded(em()),
    setup: (input, address) =>
      byLink(address, input.password, async (within, passwordHash) => {
        await useLink(within, input.token, 'setup', now());
        if (!(await setupNeeded(within))) throw refusals.linkInvalid();
        const id = await createFirstAdmin(within, platform, { ...input, passwordHash });
        return signedIn(within, await personById(within, id));
      }),
    acceptInvite: (input, address) =>
      byLink(address, input.password, async (within, passwordHash) => {
        const { personId } = await useLink(within, input.token, 'invite', now());
        const person = personId === null ? null : await activePerson(within, 'id', personId);
        if (person === null) throw refusals.linkInvalid();
        await setPassword(within, person.id, passwordHash);
        await endSessionsOf(within, person.id);
        await writeAudit(within, platform, aboutSelf('person.invitation-accepted', person.id));
        return signedIn(within, person);
      }),
    async signIn(input, address) {
      const email = input.email.toLowerCase();
      const attempt = attemptAt(email, address);
      await beginAttempt(em(), attempt);
      const person = await activePerson(em(), 'email', email);
      const matches = await passwordMatches(person?.passwordHash ?? null, input.password);
      if (person === null || !matches) throw refusals.wrongPassword();
      return transaction(em(), async (within) => {
        await attemptSucceeded(within, attempt);
        await writeAudit(within, platform, { ...aboutSelf('person.sign-in', person.id), after: { address } });
        return signedIn(within, person);
      });
    },
    signOut: (session) =>
      transaction(em(), async (within) => {
        await endSession(within, session.tokenHash);
        await writeAudit(within, platform, aboutSelf('person.sign-out', session.personId));
      }),
    async setPreferences(session, input) {
      await query(
        em(),
        'update person set language = coalesce($2, language), theme = coalesce($3, theme) where id = $1',
        [session.personId, input.language ?? null, input.theme ?? null],
      );
      return meOf(await personById(em(), session.personId), session.csrfToken);
    },
    async changePassword(session: Session, input) {
      const person = await personById(em(), session.personId);
      const attempt = attemptAt(person.email, `person ${person.id}`);
      await beginAttempt(em(), attempt);
      if (!(await passwordMatches(person.passwordHash, input.current))) {
        throw refusals.badField('wrong-password', 'current', {
          en: 'The current password is wrong.',
          zh: '当前密码不正确。',
        });
      }
      const passwordHash = await hashPassword(input.next);
      await transaction(em(), async (within) => {
        await attemptSucceeded(within, attempt);
        await setPassword(within, person.id, passwordHash);
        await endSessionsOf(within, person.id, session.tokenHash);
        await writeAudit(within, platform, aboutSelf('person.password-changed', person.id));
      });
    },
  };
}

function meOf(person: PersonRow, csrfToken: string): Me {
  const { id, name, email, roles, language, theme, demo } = person;
  return { id, name, email, roles, language, theme, csrfToken, demo };
}

async function personById(em: EntityManager, id: string): Promise<PersonRow> {
  const person = await queryOne<PersonRow>(em, `${PERSON} where id = $1`, [id]);
  if (person === null) throw refusals.notSignedIn();
  return person;
}

function activePerson(em: EntityManager, column: 'id' | 'email', value: string): Promise<PersonRow | null> {
  const key = column === 'id' ? 'id' : 'lower(email)';
  return queryOne<PersonRow>(em, `${PERSON} where ${key} = $1 and active`, [value]);
}

async function setPassword(em: EntityManager, id: string, passwordHash: string): Promise<void> {
  await query(em, 'update person set password_hash = $2 where id = $1', [id, passwordHash]);
}

function aboutSelf(action: string, personId: string) {
  return { action, subjectType: 'person', subjectId: personId, actorId: personId, before: null, after: null };
}
