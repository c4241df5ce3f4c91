import { query, type Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeEach, expect, it } from 'vitest';
import { setRetentionInput } from '../contract/index.ts';
import type { Viewer } from '../Services.ts';
import { createTestPlatform } from '../testing/testPlatform.ts';
import { createRetentionService } from './createRetentionService.ts';

const admin: Viewer = { personId: 'ann', roles: ['admin'] };

eachDatabase('retention', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await query(
      store.em(),
      `insert into model (id, process_id, name, labels, draft_xml, created_at, updated_at)
       values ('m', 'sale', 'Sale', '{"zh": "销售"}', '', now(), now())`,
    );
    await query(
      store.em(),
      `insert into deployment (id, model_id, process_id, version, xml, note, deployed_at)
       values ('d', 'm', 'sale', 1, '', '', now()), ('d2', 'm', 'sale', 2, '', '', now()), ('e', 'm', 'inner', 1, '', '', now())`,
    );
  });

  it('is listed for each deployed process and the audit trail, and set and taken back with an entry in it', async () => {
    const service = createRetentionService(createTestPlatform(store));
    const sale = { id: 'sale', name: 'Sale', labels: { zh: '销售' } };
    const inner = { id: 'inner', name: 'inner', labels: {} };
    const kept = async () => (await service.list()).map(({ process, days }) => [process, days]);
    const first = await kept();
    expect(first).toHaveLength(3);
    expect(first).toEqual(
      expect.arrayContaining([
        [sale, null],
        [inner, null],
      ]),
    );
    // the audit trail is last
    expect(first[2]).toEqual([null, null]);
    await service.set(admin, { processId: 'sale', days: 400 });
    await service.set(admin, { processId: null, days: 30 });
    await service.set(admin, { processId: 'sale', days: 90 });
    expect(await kept()).toEqual(
      expect.arrayContaining([
        [sale, 90],
        [inner, null],
        [null, 30],
      ]),
    );
    await service.set(admin, { processId: null, days: null });
    expect(await kept()).toContainEqual([null, null]);
    expect(
      await query(store.em(), 'select subject_id, before, after from audit where action = $1 order by id', [
        'retention.set',
      ]),
    ).toEqual([
      { subject_id: 'sale', before: { days: null }, after: { days: 400 } },
      { subject_id: 'audit', before: { days: null }, after: { days: 30 } },
      { subject_id: 'sale', before: { days: 400 }, after: { days: 90 } },
      { subject_id: 'audit', before: { days: 30 }, after: { days: null } },
    ]);
  });

  it('refuses a process that was never deployed, and less than a day', async () => {
    const service = createRetentionService(createTestPlatform(store));
    await expect(service.set(admin, { processId: 'other', days: 5 })).rejects.toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(setRetentionInput.safeParse({ processId: null, days: 0 }).success).toBe(false);
  });
});
