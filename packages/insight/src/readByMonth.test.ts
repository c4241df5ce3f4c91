import { analyzeHistory, makePartitions, query, type Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeAll, expect, test } from 'vitest';
import { cohortParameters, cohortSql } from './cohort.ts';
import { flowsSql } from './figuresSql.ts';

const NOW = Date.parse('2026-06-15T00:00:00Z');
const MONTHS = 18;

/** A year and a half of history: whatever is read of it must not grow with what is older. */
eachDatabase('history by the month', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open('fresh');
    await query(
      store.em(),
      `insert into step (instance_id, seq, process_id, at, types, elements, tokens)
       select 'i' || n, 1, 'p' || n % 3, $1::timestamptz - n * interval '1 hour', 'elt', '{a,a,f}', '{1,1,1}'
       from generate_series(1, ${MONTHS * 30 * 24}) n`,
      [new Date(NOW)],
    );
    await makePartitions(store.em(), NOW);
    await analyzeHistory(store);
  }, 60_000);

  async function plan(sql: string, parameters: Parameters<typeof query>[2]): Promise<string> {
    const rows = await query<Record<string, string>>(store.em(), `explain ${sql}`, parameters);
    return rows.map((row) => Object.values(row)[0]).join('\n');
  }
  const monthsIn = (text: string) => [...new Set(text.match(/step_\d{4}_\d{2}(?= )/g))].toSorted();

  test('figures of a period read no month before it', async () => {
    const parameters = cohortParameters({ processId: 'p1', from: '2026-04-10', owners: null });
    const read = await plan(
      `with ${cohortSql(`'[]'`, true)} select (select count(*) from visit), (select count(*) from (${flowsSql(false)}) f)`,
      parameters,
    );
    const months = monthsIn(read);
    expect(months.slice(0, 3)).toEqual(['step_2026_04', 'step_2026_05', 'step_2026_06']);
    expect(months.every((month) => month >= 'step_2026_04')).toBe(true);
    // and without a period all of them: the same statement, so that the first expectation can fail
    const whole = await plan(`with ${cohortSql(`'[]'`, true)} select count(*) from visit`, [
      ...cohortParameters({ processId: 'p1', owners: null }),
    ]);
    expect(monthsIn(whole).length).toBeGreaterThanOrEqual(MONTHS);
  });

  test('one deal is found by the index of each month, never by reading one', async () => {
    const read = await plan(`select type, element_id from history where instance_id = $1 order by seq`, ['i77']);
    // the first month and those made ahead are so small that reading them is as good
    const full = (found: readonly string[]) =>
      found.map((scan) => scan.slice(-12)).filter((month) => month > 'step_2024_12' && month < 'step_2026_06');
    expect(full(read.match(/Seq Scan on step_\d{4}_\d{2}/g) ?? [])).toEqual([]);
    expect(new Set(full(read.match(/Index[a-z_0-9 ]* on step_\d{4}_\d{2}/gi) ?? [])).size).toBeGreaterThanOrEqual(17);
  });
});
