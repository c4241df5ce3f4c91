import { expect, test } from 'vitest';
import { query } from '../query.ts';
import { eachDatabase } from '../testing/eachDatabase.ts';
import { scansOf, thinkTablesSmall } from '../testing/plansOverEmptyTables.ts';

const AT = '2026-01-05T09:00:00.000Z';

eachDatabase('tasks by their ids', (open) => {
  test('are found open and closed, by the index alone, also where the tables were empty when it was planned', async () => {
    const store = await open('fresh');
    await store.em().transactional(async (em) => {
      await thinkTablesSmall(em);
      const held = (ids: readonly string[]) =>
        query<{ id: string; status: string; by: string | null }>(
          em,
          `select id, status, completed_by as "by" from held_tasks($1::text[]) order by id`,
          [ids],
        );
      for (let times = 0; times < 7; times++) expect(await held(['i1:1', 'i1:2'])).toEqual([]);
      await query(
        em,
        `insert into instance (id, deployment_id, process_id, status, state, revision, started_at)
         select 'i' || n, 'd', 'p', 'active', '{}', 1, '${AT}' from generate_series(1, 2000) n`,
      );
      await query(
        em,
        `insert into closed_task (id, completed_at, created_at, token, node_id, completed_by, cancelled)
         select 'i' || n || ':1', '${AT}', '${AT}', 1, 'A', 'ann', n = 3 from generate_series(1, 2000) n`,
      );
      await query(
        em,
        `insert into open_task (id, instance_id, token, deployment_id, process_id, node_id, created_at)
         select 'i' || n || ':2', 'i' || n, 2, 'd', 'p', 'B', '${AT}' from generate_series(1, 2000) n`,
      );
      const scans = () => scansOf(em, ['open_task', 'closed_task', 'instance', 'deal']);
      const before = await scans();
      expect(await held(['i1:1', 'i1:2', 'i3:1', 'none:1'])).toEqual([
        { id: 'i1:1', status: 'completed', by: 'ann' },
        { id: 'i1:2', status: 'open', by: null },
        { id: 'i3:1', status: 'cancelled', by: 'ann' },
      ]);
      const after = await scans();
      expect(after.scans).toBe(before.scans);
      expect(after.looks).toBeGreaterThan(before.looks);
    });
  });
});
