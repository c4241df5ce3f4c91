import { expect, test } from 'vitest';
import { query } from '../query.ts';
import { eachDatabase } from '../testing/eachDatabase.ts';
import { scansOf, thinkTablesSmall } from '../testing/plansOverEmptyTables.ts';

const AT = '2026-01-05T09:00:00.000Z';
const TASKS = 3000;

eachDatabase('a filtered worklist', (open) => {
  test('is read by the indexes alone, also where the tables were empty when it was planned', async () => {
    const store = await open('fresh');
    await store.em().transactional(async (em) => {
      await thinkTablesSmall(em);
      const found = async (process: string | null, word: string | null) => {
        const rows = await query<{ id: string }>(
          em,
          `select id from filtered_tasks('ann', true, '{g:north}', $1, $2, '-infinity', '', 'infinity', '~', 3)`,
          [process, word],
        );
        return rows.map(({ id }) => id);
      };
      for (let times = 0; times < 7; times++)
        for (const word of ['deal', 'no. 2900', null]) expect(await found('p', word)).toEqual([]);
      const each = (sql: string) => query(em, `with n as (select * from generate_series(1, ${TASKS}) n) ${sql}`);
      await each(`insert into instance (id, deployment_id, process_id, status, state, revision, started_at)
        select 'i' || n, 'd', case n when 2900 then 'rare' else 'p' end, 'active', '{}', 1, '${AT}' from n`);
      await each(`insert into account (id, name, created_at) select 'a' || n, 'Account of ' || n, '${AT}' from n`);
      await each(`insert into deal (id, name, account_id, owner_id, instance_id, created_at, updated_at)
        select 'd' || n, 'Deal no. ' || n, 'a' || n, 'ann', 'i' || n, '${AT}', '${AT}' from n`);
      await each(`insert into open_task (id, instance_id, token, deployment_id, process_id, node_id, assignee_id,
          created_at, due_at)
        select 'i' || n || ':1', 'i' || n, 1, 'd', case n when 2900 then 'rare' else 'p' end, 'A',
          case when n % 2 = 1 then 'ann' end, '${AT}', '${AT}'::timestamptz + n * interval '1 minute' from n`);
      await each(`insert into offered_task (principal, due, task_id)
        select 'g:north', '${AT}'::timestamptz + n * interval '1 minute', 'i' || n || ':1' from n where n % 2 = 0`);
      const scans = () => scansOf(em, ['open_task', 'offered_task', 'instance', 'deal', 'account']);
      const before = await scans();
      expect(await found(null, 'deal')).toEqual(['i1:1', 'i2:1', 'i3:1']);
      expect(await found(null, 'No. 2900')).toEqual(['i2900:1']);
      expect(await found(null, 'of 2901')).toEqual(['i2901:1']);
      expect(await found('rare', null)).toEqual(['i2900:1']);
      expect(await found('rare', 'deal')).toEqual(['i2900:1']);
      const after = await scans();
      expect(after.scans).toBe(before.scans);
      expect(after.looks).toBeGreaterThan(before.looks);
    });
  });
});
