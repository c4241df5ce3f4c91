import { query, type Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeEach, expect, it } from 'vitest';
import { createAuthService } from './auth/createAuthService.ts';
import { ensureFirstAdmin } from './auth/firstAdmin.ts';
import { findSession } from './auth/sessions.ts';
import { createPeopleService } from './createPeopleService.ts';
import type { PeopleService, Viewer } from './Services.ts';
import { createTestPlatform, type TestPlatform } from './testing/testPlatform.ts';

const root = { email: 'root@example.com', password: 'correct horse battery' };

eachDatabase('people service', (open) => {
  let store: Store;
  let platform: TestPlatform;
  let people: PeopleService;
  let admin: Viewer;
  beforeEach(async () => {
    store = await open();
    platform = createTestPlatform(store);
    people = createPeopleService(platform);
    await ensureFirstAdmin(platform, root);
    const [person] = await people.list(admin);
    admin = { personId: person?.id ?? '', roles: ['admin'] };
  });
  const bo = { name: 'Bo', email: 'bo@example.com', roles: ['rep' as const], groups: [], managerId: null };

  it('invites whom it creates, and throws a disabled person out at once', async () => {
    const auth = createAuthService(platform);
    const { id, inviteUrl } = await people.create(admin, { ...bo, teamName: '华东' });
    const link = new URL(inviteUrl);
    expect(link.origin + link.pathname).toBe('http://localhost:3000/invite');
    const token = link.searchParams.get('token') ?? '';
    const signedIn = await auth.acceptInvite({ token, password: root.password }, 'address');
    await people.update(admin, { id, changes: { active: false } });
    expect(await findSession(store.em, signedIn.token, platform.time)).toBeNull();
    expect(platform.told).toContainEqual({ kind: 'session-ended', personId: id });
    const person = (await people.list(admin)).find((each) => each.id === id);
    expect(person).toMatchObject({ active: false, team: { name: '华东' }, canSignIn: true, roles: ['rep'] });
    await expect(people.invite(admin, id)).rejects.toMatchObject({ refusal: 'NOT_FOUND' });
  });

  it('does not let the last admin be disabled or demoted', async () => {
    for (const changes of [{ active: false }, { roles: ['rep' as const] }]) {
      await expect(people.update(admin, { id: admin.personId, changes })).rejects.toMatchObject({ code: 'last-admin' });
    }
  });

  it('voids an earlier invitation by a new one', async () => {
    const auth = createAuthService(platform);
    const { id, inviteUrl } = await people.create(admin, { ...bo, teamName: null });
    await people.invite(admin, id);
    const token = new URL(inviteUrl).searchParams.get('token') ?? '';
    await expect(auth.acceptInvite({ token, password: root.password }, 'address')).rejects.toMatchObject({
      problem: { code: 'link-invalid' },
    });
    expect(await query(store.em(), `select 1 from audit where action = 'person.invite'`)).toHaveLength(1);
  });
});
