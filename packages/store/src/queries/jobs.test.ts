import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../openStore.ts';
import { query } from '../query.ts';
import { emptyTables } from '../testing/emptyTables.ts';
import { eachDatabase } from '../testing/eachDatabase.ts';
import { claimJob, claimJobs, nextDueAt, releaseJobs } from './jobs.ts';

const NOW = '2026-01-05T09:00:00.000Z';
const claim = (serverId: string, now = NOW) => ({ now, until: '2026-01-05T09:05:00.000Z', serverId });

eachDatabase('claiming jobs', (open) => {
  let store: Store;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
  });
  /** Jobs `<name>0` …, due one second after another until now. */
  const put = (name: string, count: number, columns: { queue?: string; process?: string; priority?: number } = {}) =>
    query(
      store.em(),
      `insert into job (id, token, kind, queue, process_id, priority, due_at)
       select $1 || n, 1, 'timer', $3, $4, $5::integer, $6::timestamptz - ($2::integer - n) * interval '1 second'
       from generate_series(0, $2::integer - 1) n`,
      [name, count, columns.queue ?? 'timer', columns.process ?? 'p', columns.priority ?? 0, NOW],
    );
  const take = async (slots: Readonly<Record<string, number>>, other = 0, serverId = 's1', now = NOW) => {
    const jobs = await claimJobs(store.em(), claim(serverId, now), { free: slots, other });
    return jobs.map(({ id }) => id);
  };

  test('a process with ten thousand due jobs does not starve another', async () => {
    await put('many', 10_000, { process: 'a' });
    await put('few', 3, { process: 'z' });
    const first = await take({ timer: 10 });
    expect(first.filter((id) => id.startsWith('few'))).toEqual(['few0', 'few1', 'few2']);
    expect(first.filter((id) => id.startsWith('many'))).toEqual(['many0', 'many1', 'many2', 'many3', 'many4']);
    // the other has nothing due any more: all slots are this one's
    expect(await take({ timer: 10 })).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((n) => `many${n}`));
  });

  test('more processes than slots: those go whose jobs have been due longest', async () => {
    for (const process of ['a', 'b', 'c', 'd']) await put(process, process === 'c' ? 9 : 3, { process });
    expect(await take({ timer: 3 })).toEqual(['c0', 'a0', 'b0']);
  });

  test('a queue gets no more than it has slots, and one that is full none', async () => {
    await put('timer', 5);
    await put('http', 5, { queue: 'connector:http' });
    await put('mail', 5, { queue: 'connector:mail' });
    const claimed = await take({ timer: 2, 'connector:http': 0 }, 3);
    expect(claimed.toSorted()).toEqual(['mail0', 'mail1', 'mail2', 'timer0', 'timer1']);
  });

  test('within a process the highest priority goes first, then what has been due longest', async () => {
    await put('usual', 5);
    await put('urgent', 2, { priority: 10 });
    await put('low', 3, { priority: -1 });
    expect((await take({ timer: 3 })).toSorted()).toEqual(['urgent0', 'urgent1', 'usual0']);
    expect((await take({ timer: 100 })).toSorted()).toEqual([
      'low0',
      'low1',
      'low2',
      'usual1',
      'usual2',
      'usual3',
      'usual4',
    ]);
  });

  test('what is not due, set aside or another server’s is left, until that server’s time is over', async () => {
    await put('job', 3);
    await query(store.em(), `update job set status = 'incident' where id = 'job0'`);
    await query(store.em(), `update job set due_at = '2026-01-05T09:00:00.001Z' where id = 'job1'`);
    expect(await take({ timer: 10 }, 0, 's1')).toEqual(['job2']);
    expect(await take({ timer: 10 }, 0, 's2')).toEqual([]);
    expect(await claimJob(store.em(), 'job2', claim('s2'))).toBeNull();
    expect(await take({ timer: 10 }, 0, 's2', '2026-01-05T09:05:00.000Z')).toEqual(['job2', 'job1']);
    expect(await query(store.em(), `select attempts, locked_by from job where id = 'job2'`)).toEqual([
      { attempts: 2, locked_by: 's2' },
    ]);
  });

  test('servers that claim at once share what is due', async () => {
    await put('job', 200);
    const all = await Promise.all(['a', 'b', 'c', 'd'].map((server) => take({ timer: 60 }, 0, server)));
    for (let more = await take({ timer: 60 }); more.length > 0; more = await take({ timer: 60 })) all.push(more);
    expect(all.flat()).toHaveLength(200);
    expect(new Set(all.flat()).size).toBe(200);
  });

  test('the next due is the earliest that nobody has, in a queue that is not busy', async () => {
    expect(await nextDueAt(store.em())).toBeNull();
    await put('http', 2, { queue: 'connector:http' });
    await put('timer', 1);
    expect(await nextDueAt(store.em())).toBe('2026-01-05T08:59:58.000Z');
    expect(await nextDueAt(store.em(), ['connector:http'])).toBe('2026-01-05T08:59:59.000Z');
    await take({ timer: 1, 'connector:http': 1 });
    expect(await nextDueAt(store.em())).toBe('2026-01-05T08:59:59.000Z');
    expect(await nextDueAt(store.em(), ['connector:http'])).toBeNull();
  });

  test('what a server gives back can be had at once, with as many attempts left', async () => {
    await put('job', 2);
    await take({ timer: 2 });
    await releaseJobs(store.em(), ['job0', 'job1'], 's2');
    expect(await take({ timer: 2 })).toEqual([]);
    await releaseJobs(store.em(), ['job1'], 's1');
    expect(await claimJob(store.em(), 'job1', claim('s2'))).toMatchObject({ id: 'job1', attempts: 1 });
  });
});
