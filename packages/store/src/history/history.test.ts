import { beforeEach, expect, test } from 'vitest';
import { commit } from '../commit/commit.ts';
import type { CommitPlan } from '../commit/CommitPlan.ts';
import type { Store } from '../openStore.ts';
import { query } from '../query.ts';
import { eachDatabase } from '../testing/eachDatabase.ts';
import { insertDeployment, planFor } from '../testing/planFor.ts';
import { exportHistory } from './exportHistory.ts';
import { forgetOld } from './forgetOld.ts';
import { makePartitions } from './makePartitions.ts';
import { pruneHistory } from './pruneHistory.ts';
import { readRetention, setRetention } from './retention.ts';

const now = Date.parse('2026-06-15T00:00:00Z');
const day = 86_400_000;
const iso = (time: number) => new Date(time).toISOString();

eachDatabase('history', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await insertDeployment(store.em());
  });
  /** without the partitions that other tests have made */
  const afresh = async () => {
    store = await open('fresh');
    await insertDeployment(store.em());
  };
  const rows = (sql: string) => query<Record<string, unknown>>(store.em(), sql);
  const column = async (sql: string) => (await rows(sql)).map((row) => Object.values(row)[0]);
  const partitions = () =>
    column(`select relname from pg_class where relispartition and relkind = 'r' and relname like 'step_2%' order by 1`);
  /** an instance that begins and stands at a task, and ends later unless `to` is null, in two commits */
  const live = async (id: string, from: number, to: number | null, changes: Partial<CommitPlan['instance']> = {}) => {
    const base = planFor(id, 0, [1]);
    const instance = { ...base.instance, startedAt: iso(from), ...changes };
    const at = iso(from);
    await commit(store.em(), [
      planFor(id, 0, [1], {
        instance,
        at,
        positions: [{ token: 1, nodeId: 'A', since: at }],
        tasks: [{ token: 1, nodeId: 'A', assigneeId: 'ann', candidates: [], approve: 'any', dueAt: null, priority: 0 }],
        history: [{ seq: 1, type: 'enter', elementId: 'A', token: 1, at, detail: null }],
      }),
    ]);
    if (to === null) return;
    const end = iso(to);
    await commit(store.em(), [
      planFor(id, 1, [], {
        instance: { ...instance, revision: 1, status: 'completed', endedAt: end },
        at: end,
        released: [{ token: 1, reason: 'done', task: true }],
        history: [{ seq: 2, type: 'leave', elementId: 'A', token: 1, at: end, detail: { variables: { note: id } } }],
      }),
    ]);
  };
  const keepFor = (subject: string, days: number | null) =>
    setRetention(store.em(), { subject, days, at: iso(now), actorId: 'ann' });
  const collect = () => {
    const lines: Record<string, unknown>[] = [];
    const keep = async (pieces: AsyncIterable<string>) => {
      let text = '';
      for await (const piece of pieces) text += piece;
      for (const line of text.trimEnd().split('\n')) lines.push(JSON.parse(line) as Record<string, unknown>);
    };
    return { lines, keep };
  };

  test('has a partition for this month and the next three, and for every month that came without one', async () => {
    await afresh();
    await live('old', Date.parse('2024-02-29T23:59:59Z'), Date.parse('2024-03-01T00:00:00Z'));
    const before = await partitions();
    expect(await column('select instance_id from step_default')).toEqual(['old', 'old']);
    expect(await makePartitions(store.em(), now)).toBe(
      6 - before.filter((name) => /2026_0[6-9]/.test(String(name))).length,
    );
    expect(await partitions()).toEqual(
      [
        ...new Set([
          ...before,
          'step_2024_02',
          'step_2024_03',
          'step_2026_06',
          'step_2026_07',
          'step_2026_08',
          'step_2026_09',
        ]),
      ]
        .map(String)
        .toSorted((a, b) => a.localeCompare(b)),
    );
    expect(await column('select instance_id from step_default')).toEqual([]);
    expect(await column('select seq from step_2024_02')).toEqual([1]);
    expect(await column('select seq from step_2024_03')).toEqual([2]);
    expect(await column(`select type from history where instance_id = 'old' order by seq`)).toEqual(['enter', 'leave']);
    expect(await makePartitions(store.em(), now)).toBe(0);
  });

  test('two servers that make partitions at once do not disturb each other', async () => {
    await afresh();
    await live('old', now - 400 * day, now - 390 * day);
    const made = await Promise.all([1, 2, 3].map(() => makePartitions(store.em(), now)));
    expect(made.filter((count) => count > 0).length).toBeGreaterThan(0);
    expect(await column('select instance_id from step_default')).toEqual([]);
  });

  test('is kept for ever without a retention', async () => {
    await live('old', now - 900 * day, now - 800 * day);
    const { keep, lines } = collect();
    expect(await pruneHistory(store, { now, keep })).toEqual({ instances: 0, audit: 0 });
    expect(lines).toEqual([]);
    expect(await rows('select * from step')).toHaveLength(2);
  });

  test('goes when its process keeps it no longer, exported first; what runs, or ended later, stays', async () => {
    await live('gone', now - 200 * day, now - 91 * day);
    await live('deal', now - 200 * day, now - 100 * day);
    await live('runs', now - 200 * day, null);
    await live('late', now - 200 * day, now - 89 * day);
    await live('other', now - 200 * day, now - 100 * day, { processId: 'p2' });
    await live('child', now - 200 * day, now - 100 * day, { parentInstanceId: 'runs', parentToken: 1 });
    await rows(
      `insert into deal (id, name, owner_id, instance_id, created_at, updated_at) values ('d', 'D', 'ann', 'deal', now(), now())`,
    );
    await makePartitions(store.em(), now);
    await keepFor('process:p1', 90);
    const { keep, lines } = collect();
    expect(await pruneHistory(store, { now, keep })).toEqual({ instances: 2, audit: 0 });
    expect(await column('select distinct instance_id from step order by 1')).toEqual([
      'child',
      'late',
      'other',
      'runs',
    ]);
    expect(await column('select distinct split_part(id, $$:$$, 1) from closed_task order by 1')).toEqual([
      'child',
      'late',
      'other',
    ]);
    // the deal keeps what it is made of
    expect(await column('select id from instance order by 1')).toEqual(['child', 'deal', 'late', 'other', 'runs']);
    expect(lines.map((line) => Object.keys(line)[0])).toEqual(['format', 'instance', 'instance', 'end']);
    expect(lines[1]).toMatchObject({
      instance: { id: 'deal', status: 'completed' },
      dealId: 'd',
      steps: [
        { seq: 1, elements: ['A'] },
        { seq: 2, detail: { 0: { variables: { note: 'deal' } } } },
      ],
      tasks: [{ id: 'deal:1', status: 'completed', completed_by: 'ann' }],
      incidents: [],
    });
    expect(lines.at(-1)).toEqual({ end: true, instances: 2, audit: 0 });
    expect(await column('select instance_id from leaving')).toEqual([]);
    expect(await pruneHistory(store, { now, keep: null })).toEqual({ instances: 0, audit: 0 });
  });

  test('stays whole when the export fails', async () => {
    await live('gone', now - 200 * day, now - 100 * day);
    await keepFor('process:p1', 90);
    const failing = pruneHistory(store, {
      now,
      keep: async (lines) => {
        for await (const _ of lines) throw new Error('the disk is full');
      },
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(await rows('select * from step')).toHaveLength(2);
    expect(await rows('select * from closed_task')).toHaveLength(1);
    expect(await pruneHistory(store, { now, keep: null })).toEqual({ instances: 1, audit: 0 });
  });

  test('a deletion that was broken off is done to its end by the next, without a second export', async () => {
    await live('gone', now - 200 * day, now - 100 * day);
    await rows(`insert into leaving (instance_id, revision, exported) values ('gone', 2, true)`);
    const { keep, lines } = collect();
    expect(await pruneHistory(store, { now, keep })).toEqual({ instances: 1, audit: 0 });
    expect(lines).toEqual([]);
    expect(await rows('select * from step')).toEqual([]);
  });

  test('a month that nobody needs goes as a whole, one that somebody needs does not', async () => {
    await afresh();
    await live('gone', Date.parse('2025-01-10T00:00:00Z'), Date.parse('2025-02-10T00:00:00Z'));
    await live('runs', Date.parse('2025-02-10T00:00:00Z'), null);
    await makePartitions(store.em(), now);
    await keepFor('process:p1', 30);
    await pruneHistory(store, { now, keep: null });
    const left = await partitions();
    expect(left).not.toContain('step_2025_01');
    expect(left).toContain('step_2025_02');
    expect(await column('select instance_id from step')).toEqual(['runs']);
    // history of that month may come again, by an import
    await live('again', Date.parse('2025-01-11T00:00:00Z'), null);
    expect(await makePartitions(store.em(), now)).toBe(1);
  });

  test('the audit trail has a retention of its own', async () => {
    for (const [id, at] of [
      ['old', now - 31 * day],
      ['new', now - 29 * day],
    ] as const)
      await rows(
        `insert into audit (id, at, action, subject_type, subject_id) values ('${id}', '${iso(at)}', 'x', 'y', 'z')`,
      );
    await keepFor('audit', 30);
    const { keep, lines } = collect();
    expect(await pruneHistory(store, { now, keep })).toEqual({ instances: 0, audit: 1 });
    expect(await column('select id from audit')).toEqual(['new']);
    expect(lines[1]).toMatchObject({ audit: { id: 'old' } });
  });

  test('answers of commands go after thirty days, messages when their time is over', async () => {
    await rows(
      `insert into command_log (id, at) values ('old', '${iso(now - 31 * day)}'), ('new', '${iso(now - 29 * day)}')`,
    );
    await rows(
      `insert into message (id, name, payload, received_at, expires_at)
       values ('over', 'm', '{}', '${iso(now)}', '${iso(now)}'), ('kept', 'm', '{}', '${iso(now)}', '${iso(now + 1)}')`,
    );
    await forgetOld(store.em(), now);
    expect(await column('select id from command_log')).toEqual(['new']);
    expect(await column('select id from message')).toEqual(['kept']);
  });

  test('an export of its own changes nothing, and may be of one process', async () => {
    await live('a', now - 200 * day, now - 100 * day);
    await live('b', now - 200 * day, now - 100 * day, { processId: 'p2' });
    await live('later', now - 200 * day, now);
    const endedBefore = iso(now - 50 * day);
    const text: string[] = [];
    const what = { endedBefore, processId: 'p2' };
    for await (const piece of exportHistory(store.em(), { what, auditBefore: endedBefore, at: iso(now) }))
      text.push(piece);
    expect(text.join('').match(/"id": ?"(a|b|later)"/g)).toEqual(['"id": "b"']);
    expect(await rows('select * from step')).toHaveLength(6);
  });

  test('a retention can be changed and taken back', async () => {
    await keepFor('process:p1', 90);
    await keepFor('process:p1', 30);
    await keepFor('audit', 365);
    expect(await readRetention(store.em())).toEqual([
      { subject: 'audit', days: 365 },
      { subject: 'process:p1', days: 30 },
    ]);
    await keepFor('audit', null);
    expect(await readRetention(store.em())).toHaveLength(1);
  });
});
