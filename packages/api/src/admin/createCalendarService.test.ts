import { query, type Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeEach, expect, it } from 'vitest';
import { saveCalendarInput } from '../contract/index.ts';
import type { Viewer } from '../Services.ts';
import { createTestPlatform, type TestPlatform } from '../testing/testPlatform.ts';
import { createCalendarService } from './createCalendarService.ts';

const admin: Viewer = { personId: 'ann', roles: ['admin'] };
const day: [string, string][] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const office = {
  id: 'office',
  name: 'Office',
  timeZone: 'Asia/Shanghai',
  week: [day, day, day, day, day, [], []],
  holidays: ['2026-10-01'],
  workdays: ['2026-10-10'],
};

eachDatabase('calendars', (open) => {
  let store: Store;
  let platform: TestPlatform;
  beforeEach(async () => {
    store = await open();
    platform = createTestPlatform(store);
  });

  it('is kept, changed and removed, and the trail has what it was', async () => {
    const calendars = createCalendarService(platform);
    await calendars.save(admin, office);
    await calendars.save(admin, { ...office, name: 'Head office', holidays: [] });
    expect(await calendars.list()).toEqual([
      { ...office, name: 'Head office', holidays: [], updatedAt: '2026-01-05T08:00:00.000Z' },
    ]);
    await calendars.remove(admin, 'office');
    expect(await calendars.list()).toEqual([]);
    await expect(calendars.remove(admin, 'office')).rejects.toMatchObject({ problem: { code: 'not-found' } });
    const { id: _, ...first } = office;
    const second = { ...first, name: 'Head office', holidays: [] };
    expect(await query(store.em(), 'select action, before, after from audit order by id')).toEqual([
      { action: 'calendar.save', before: null, after: first },
      { action: 'calendar.save', before: first, after: second },
      { action: 'calendar.remove', before: second, after: null },
    ]);
  });

  it('stays while a version counts by it', async () => {
    const calendars = createCalendarService(platform);
    await calendars.save(admin, office);
    await calendars.save(admin, { ...office, id: 'office2' });
    const em = store.em();
    await query(
      em,
      `insert into model (id, process_id, name, draft_xml, created_at, updated_at) values ('m', 'sale', 'Sale', '', now(), now())`,
    );
    await query(
      em,
      `insert into deployment (id, model_id, process_id, version, xml, note, deployed_at)
       values ('d', 'm', 'sale', 1, '<userTask dw:calendar="office" />', '', now())`,
    );
    await expect(calendars.remove(admin, 'office')).rejects.toMatchObject({
      problem: { code: 'calendar-used', details: { processIds: ['sale'] } },
    });
    await calendars.remove(admin, 'office2');
    expect((await calendars.list()).map(({ id }) => id)).toEqual(['office']);
  });
});

it('takes nothing that could not be counted by', () => {
  expect(saveCalendarInput.safeParse(office).success).toBe(true);
  for (const wrong of [
    { id: 'always' },
    { id: 'Office hours' },
    { name: ' ' },
    { timeZone: 'Nowhere/Land' },
    { week: [day] },
    { week: [[], [], [], [], [], [], []] },
    { week: [[['18:00', '09:00']], day, day, day, day, [], []] },
    { holidays: ['2026-02-30'] },
    { workdays: ['tomorrow'] },
  ]) {
    expect(saveCalendarInput.safeParse({ ...office, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  }
});
