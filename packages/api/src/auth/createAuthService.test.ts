import { createPerson } from '@dealwright/sales';
import { query, type Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBus } from '../Bus.ts';
import type { AuthService, Session } from '../Services.ts';
import { createAuthService } from './createAuthService.ts';
import { ensureFirstAdmin } from './firstAdmin.ts';
import { issueLink, LINK_LIFE_MS } from './links.ts';
import { hashPassword } from './passwords.ts';
import { findSession, IDLE_MS, LONGEST_MS } from './sessions.ts';

const PASSWORD = 'correct horse battery';
const HOUR = 3_600_000;
const ada = { email: 'ada@example.com', password: PASSWORD };

eachDatabase('authentication', (open) => {
  let store: Store;
  let time: number;
  let auth: AuthService;
  let platform: Parameters<typeof createAuthService>[0] & { origin: string };
  beforeEach(async () => {
    store = await open();
    time = Date.parse('2026-01-05T08:00:00Z');
    let next = 0;
    platform = {
      em: () => store.em(),
      now: () => time,
      newId: () => `id-${++next}`,
      newToken: () => `token-${++next}`,
      bus: createBus(() => {}),
      origin: 'http://localhost:3000',
    };
    auth = createAuthService(platform);
  });

  const addAda = async () =>
    createPerson(platform, {
      name: 'Ada',
      email: ada.email,
      roles: ['rep'],
      groups: [],
      managerId: null,
      teamName: null,
      actorId: null,
      passwordHash: await hashPassword(PASSWORD),
    });
  const sessionOf = async (token: string): Promise<Session> => {
    const session = await findSession(store.em, token, time);
    if (session === null) throw new Error('no session');
    return session;
  };
  const count = async (table: string) =>
    (await query<{ n: number }>(store.em(), `select count(*) as n from ${table}`))[0]?.n;

  describe('signing in', () => {
    it('gives a session that the token opens, and keeps neither token nor password in the database', async () => {
      await addAda();
      const { token, me } = await auth.signIn({ ...ada, email: 'ADA@example.com' }, '10.0.0.1');
      expect(me).toMatchObject({ name: 'Ada', email: ada.email, roles: ['rep'], language: null });
      const session = await sessionOf(token);
      expect(session).toMatchObject({ roles: ['rep'], csrfToken: me.csrfToken });
      const stored = JSON.stringify([
        await query(store.em(), 'select * from session'),
        await query(store.em(), 'select * from person'),
      ]);
      expect(stored).not.toContain(token);
      expect(stored).not.toContain(PASSWORD);
      expect(await findSession(store.em, 'another token', time)).toBeNull();
    });

    it('answers a wrong password, an unknown e-mail and a person without password alike', async () => {
      await addAda();
      await query(
        store.em(),
        `insert into person (id, name, email, created_at) values ('bo', 'Bo', 'bo@x.com', now())`,
      );
      const tries = [
        { ...ada, password: 'wrong' },
        { ...ada, email: 'nobody@x.com' },
        { ...ada, email: 'bo@x.com' },
      ];
      for (const input of tries) {
        await expect(auth.signIn(input, '10.0.0.1')).rejects.toMatchObject({ problem: { code: 'wrong-credentials' } });
      }
      expect(await count('session')).toBe(0);
    });

    it('refuses the eleventh try at a person within 15 minutes, even the right one, and says when to come back', async () => {
      await addAda();
      const wrong = { ...ada, password: 'wrong' };
      for (let tries = 0; tries < 10; tries += 1) {
        await expect(auth.signIn(wrong, `10.0.0.${tries}`)).rejects.toMatchObject({ refusal: 'UNAUTHORIZED' });
        time += 1000;
      }
      await expect(auth.signIn(ada, '10.0.9.9')).rejects.toMatchObject({
        refusal: 'TOO_MANY_REQUESTS',
        problem: { code: 'too-many-attempts', details: { retryAt: '2026-01-05T08:15:00.000Z' } },
      });
      time = Date.parse('2026-01-05T08:15:00Z');
      expect((await auth.signIn(ada, '10.0.9.9')).me.name).toBe('Ada');
    });

    it('a stranger who kept guessing kept the person out, wherever they signed in from', async () => {
      await addAda();
      await auth.signIn(ada, 'office');
      const guess = (address: string) => auth.signIn({ ...ada, password: 'wrong' }, address);
      for (let tries = 0; tries < 10; tries += 1) await guess(`10.0.0.${tries}`).catch(() => {});
      await expect(auth.signIn(ada, 'somewhere new')).rejects.toMatchObject({ refusal: 'TOO_MANY_REQUESTS' });
      expect((await auth.signIn(ada, 'office')).me.name).toBe('Ada');
      for (let tries = 0; tries < 10; tries += 1) await guess('office').catch(() => {});
      await expect(auth.signIn(ada, 'office')).rejects.toMatchObject({ refusal: 'TOO_MANY_REQUESTS' });
    });

    it('left no trace of who signed in and out', async () => {
      await addAda();
      const { token } = await auth.signIn(ada, 'office');
      const session = await findSession(store.em, token, time);
      if (session !== null) await auth.signOut(session);
      const rows = await query(
        store.em(),
        `select action, after from audit where action like 'person.sign%' order by id`,
      );
      expect(rows).toEqual([
        { action: 'person.sign-in', after: { address: 'office' } },
        { action: 'person.sign-out', after: null },
      ]);
    });

    it('counts a burst like a row', async () => {
      await addAda();
      const burst = Array.from({ length: 30 }, () => auth.signIn({ ...ada, password: 'wrong' }, '10.0.0.1'));
      const codes = (await Promise.allSettled(burst)).map((each) =>
        each.status === 'rejected' ? (each.reason as { refusal: string }).refusal : 'let in',
      );
      expect(codes.filter((code) => code === 'UNAUTHORIZED').length).toBeLessThanOrEqual(10);
      expect(codes).not.toContain('let in');
    });

    it('limits one address that tries many people', async () => {
      for (let tries = 0; tries < 50; tries += 1) {
        await query(
          store.em(),
          `insert into sign_in_attempt (id, email, address, at, succeeded) values ($1, $2, '10.0.0.1', $3, false)`,
          [`try-${tries}`, `person-${tries}@x.com`, new Date(time)],
        );
      }
      await addAda();
      await expect(auth.signIn(ada, '10.0.0.1')).rejects.toMatchObject({ problem: { code: 'too-many-attempts' } });
      expect((await auth.signIn(ada, '10.0.0.2')).me.name).toBe('Ada');
    });
  });

  describe('a session', () => {
    it('lasts while it is used, ends after 12 idle hours, and after 30 days in any case', async () => {
      await addAda();
      const { token } = await auth.signIn(ada, '10.0.0.1');
      const started = time;
      while (time + IDLE_MS - HOUR < started + LONGEST_MS) {
        time += IDLE_MS - HOUR;
        await sessionOf(token);
      }
      time = started + LONGEST_MS;
      expect(await findSession(store.em, token, time)).toBeNull();
      const another = await auth.signIn(ada, '10.0.0.1');
      time += IDLE_MS;
      expect(await findSession(store.em, another.token, time)).toBeNull();
    });

    it('is over at once when the person is disabled, and when they sign out', async () => {
      const { id } = await addAda();
      const one = await auth.signIn(ada, '10.0.0.1');
      await query(store.em(), 'update person set active = false where id = $1', [id]);
      expect(await findSession(store.em, one.token, time)).toBeNull();
      await query(store.em(), 'update person set active = true where id = $1', [id]);
      await auth.signOut(await sessionOf(one.token));
      expect(await findSession(store.em, one.token, time)).toBeNull();
    });

    it('outlives a change of password, but no other session does', async () => {
      await addAda();
      const here = await auth.signIn(ada, '10.0.0.1');
      const there = await auth.signIn(ada, '10.0.0.2');
      const session = await sessionOf(here.token);
      await expect(
        auth.changePassword(session, { current: 'wrong', next: 'another long password' }),
      ).rejects.toMatchObject({ problem: { code: 'wrong-password', place: { field: 'current' } } });
      await sessionOf(there.token);
      await auth.changePassword(session, { current: PASSWORD, next: 'another long password' });
      expect(await findSession(store.em, there.token, time)).toBeNull();
      await sessionOf(here.token);
      await expect(auth.signIn(ada, '10.0.0.1')).rejects.toMatchObject({ refusal: 'UNAUTHORIZED' });
    });
  });

  describe('links', () => {
    it('make the first admin once', async () => {
      expect(await auth.setupNeeded()).toBe(true);
      const url = await ensureFirstAdmin(platform, null);
      const token = new URL(url ?? '').searchParams.get('token') ?? '';
      const input = { token, name: 'Root', email: 'root@example.com', password: PASSWORD };
      await expect(auth.setup({ ...input, token: 'guessed' }, '10.0.0.1')).rejects.toMatchObject({
        problem: { code: 'link-invalid' },
      });
      expect((await auth.setup(input, '10.0.0.1')).me.roles).toContain('admin');
      await expect(auth.setup({ ...input, email: 'b@example.com' }, '10.0.0.1')).rejects.toMatchObject({
        problem: { code: 'link-invalid' },
      });
      expect(await auth.setupNeeded()).toBe(false);
      expect(await ensureFirstAdmin(platform, null)).toBeNull();
      expect(await count('person')).toBe(1);
    });

    it('are void after a newer start and after a week', async () => {
      const older = new URL((await ensureFirstAdmin(platform, null)) ?? '').searchParams.get('token') ?? '';
      const newer = new URL((await ensureFirstAdmin(platform, null)) ?? '').searchParams.get('token') ?? '';
      const input = { name: 'Root', email: 'root@example.com', password: PASSWORD };
      await expect(auth.setup({ ...input, token: older }, 'a')).rejects.toMatchObject({ refusal: 'BAD_REQUEST' });
      time += LINK_LIFE_MS;
      await expect(auth.setup({ ...input, token: newer }, 'a')).rejects.toMatchObject({ refusal: 'BAD_REQUEST' });
      expect(await count('person')).toBe(0);
    });

    it('invite a person, who then signs in', async () => {
      const { id } = await createPerson(platform, {
        name: 'Bo',
        email: 'bo@example.com',
        roles: ['rep'],
        groups: [],
        managerId: null,
        teamName: null,
        actorId: null,
      });
      await issueLink(store.em(), { token: 'invitation', purpose: 'invite', personId: id, now: time });
      const { me } = await auth.acceptInvite({ token: 'invitation', password: PASSWORD }, '10.0.0.1');
      expect(me.id).toBe(id);
      expect((await auth.signIn({ email: 'bo@example.com', password: PASSWORD }, '10.0.0.1')).me.id).toBe(id);
      await expect(auth.acceptInvite({ token: 'invitation', password: PASSWORD }, 'a')).rejects.toMatchObject({
        problem: { code: 'link-invalid' },
      });
    });

    it('are not needed when the configuration names the admin', async () => {
      const configured = { email: 'Root@Example.com', password: PASSWORD };
      expect(await ensureFirstAdmin(platform, configured)).toBeNull();
      expect((await auth.signIn(configured, '10.0.0.1')).me.roles).toEqual(['admin', 'manager']);
      expect(await ensureFirstAdmin(platform, configured)).toBeNull();
      expect(await count('person')).toBe(1);
    });

    it('of two servers that started at once on one database, one failed to make the admin', async () => {
      const configured = { email: 'root@example.com', password: PASSWORD };
      const start = () => ensureFirstAdmin(platform, configured);
      expect(await Promise.all([start(), start(), start()])).toEqual([null, null, null]);
      expect(await count('person')).toBe(1);
    });
  });
});
