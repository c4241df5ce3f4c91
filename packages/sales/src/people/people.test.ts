import { query, type Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeEach, expect, it } from 'vitest';
import type { SalesDeps } from '../SalesDeps.ts';
import { listGroups, listPeople, listTeams, personNames } from './listPeople.ts';
import type { PersonFacts } from './Person.ts';
import { principalsOf } from './principalsOf.ts';
import { createPerson, updatePerson } from './savePerson.ts';
import { visibleOwners } from './visibleOwners.ts';

eachDatabase('people', (open) => {
  let store: Store;
  let deps: SalesDeps;
  beforeEach(async () => {
    store = await open();
    let next = 0;
    deps = { em: () => store.em(), now: () => Date.parse('2024-05-01T00:00:00Z'), newId: () => `id-${++next}` };
  });
  const add = (name: string, facts: Partial<PersonFacts & { demo: boolean; passwordHash: string }> = {}) =>
    createPerson(deps, {
      name,
      email: `${name}@example.com`,
      roles: ['rep'],
      groups: [],
      managerId: null,
      teamName: null,
      actorId: null,
      ...facts,
    });

  const addAdmin = (name: string) => add(name, { roles: ['admin'], passwordHash: 'hash' });

  it('an admin who had never signed in counted as the one who is left', async () => {
    const root = await addAdmin('Root');
    await add('Invited', { roles: ['admin'] });
    await add('Demo', { roles: ['admin'], demo: true, passwordHash: 'hash' });
    const change = updatePerson(deps, { id: root.id, changes: { active: false }, actorId: null });
    await expect(change).rejects.toMatchObject({ code: 'last-admin' });
  });

  it('an admin could lock themselves out', async () => {
    const root = await addAdmin('Root');
    await addAdmin('Second');
    const change = (changes: Parameters<typeof updatePerson>[1]['changes']) =>
      updatePerson(deps, { id: root.id, changes, actorId: root.id });
    await expect(change({ active: false })).rejects.toMatchObject({ code: 'own-access', place: { field: 'active' } });
    await expect(change({ roles: ['rep'] })).rejects.toMatchObject({ code: 'own-access', place: { field: 'roles' } });
    await change({ name: 'Root itself', roles: ['admin', 'manager'] });
  });

  it('lists people with manager, team and groups, and makes a team once', async () => {
    const mia = await add('Mia', { roles: ['manager'], teamName: '华东' });
    await add('Ada', { managerId: mia.id, teamName: '华东', groups: ['finance', 'legal'] });
    const [ada] = await listPeople(store.em());
    expect(ada).toMatchObject({
      name: 'Ada',
      email: 'ada@example.com',
      manager: { id: mia.id, name: 'Mia' },
      team: { name: '华东' },
      groups: ['finance', 'legal'],
      canSignIn: false,
      openTasks: 0,
      openDeals: 0,
    });
    expect(await listTeams(store.em())).toHaveLength(1);
    expect(await listGroups(store.em())).toEqual(['finance', 'legal']);
  });

  it('refuses an e-mail address that somebody has, whatever its case', async () => {
    await add('Ada');
    await expect(add('Bo', { email: 'ADA@example.com' })).rejects.toMatchObject({
      code: 'email-taken',
      place: { field: 'email' },
    });
  });

  it('refuses a circle in the reporting line and changes nothing', async () => {
    const mia = await add('Mia', { roles: ['manager'] });
    const ada = await add('Ada', { managerId: mia.id });
    const change = updatePerson(deps, { id: mia.id, changes: { name: 'Maria', managerId: ada.id }, actorId: null });
    await expect(change).rejects.toMatchObject({ code: 'manager-circle' });
    expect((await personNames(store.em())).map((person) => person.name)).toEqual(['Ada', 'Mia']);
  });

  it('keeps the last admin', async () => {
    const root = await addAdmin('Root');
    await expect(updatePerson(deps, { id: root.id, changes: { active: false }, actorId: null })).rejects.toMatchObject({
      code: 'last-admin',
    });
    await addAdmin('Second');
    await updatePerson(deps, { id: root.id, changes: { active: false }, actorId: null });
    expect((await personNames(store.em())).map((person) => person.name)).toEqual(['Second']);
  });

  it('writes only what changed into the audit trail', async () => {
    const ada = await add('Ada');
    await updatePerson(deps, { id: ada.id, changes: { name: 'Ada', groups: ['legal'] }, actorId: ada.id });
    await updatePerson(deps, { id: ada.id, changes: { name: 'Ada' }, actorId: ada.id });
    const rows = await query(
      store.em(),
      `select actor_id as actor, before, after from audit where action = 'person.update'`,
    );
    expect(rows).toEqual([{ actor: ada.id, before: { groups: [] }, after: { groups: ['legal'] } }]);
  });

  it('names principals, none for somebody who has left', async () => {
    const ada = await add('Ada', { groups: ['legal'], roles: ['rep', 'manager'] });
    expect(await principalsOf(store.em(), ada.id)).toEqual([`p:${ada.id}`, 'g:legal', 'r:rep', 'r:manager']);
    await updatePerson(deps, { id: ada.id, changes: { active: false }, actorId: null });
    expect(await principalsOf(store.em(), ada.id)).toEqual([]);
  });

  it('lets an admin see all, a manager the whole line below, a rep their own', async () => {
    const head = await add('Head', { roles: ['manager'] });
    const mia = await add('Mia', { roles: ['manager'], managerId: head.id });
    const ada = await add('Ada', { managerId: mia.id });
    await add('Stranger');
    const see = async (id: string, roles: ('admin' | 'manager' | 'rep')[]) => visibleOwners(store.em, { id, roles });
    expect(await see(head.id, ['admin'])).toEqual({ kind: 'all' });
    const seen = await see(head.id, ['manager']);
    expect(seen.kind === 'owners' && new Set(seen.ownerIds)).toEqual(new Set([head.id, mia.id, ada.id]));
    expect(await see(ada.id, ['rep'])).toEqual({ kind: 'owners', ownerIds: [ada.id] });
  });
});
