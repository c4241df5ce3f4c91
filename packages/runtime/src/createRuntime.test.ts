import { DatabaseError, type Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { repeatedAnswer } from './testing/repeatedAnswer.ts';
import { twoTasks } from './testing/model.ts';
import { openRuntime, type TestRuntime } from './testing/openRuntime.ts';

eachDatabase('runtime', (open) => {
  let store: Store;
  let t: TestRuntime;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await emptyTables(store);
    t = await openRuntime(store);
    await t.runtime.deploy({ xml: twoTasks, note: 'first', actorId: 'ann' });
  });

  test('takes an instance from task to task to its end', async () => {
    const { runtime } = t;
    const { instanceId } = await runtime.start({ processId: 'p', variables: { amount: 7 }, actorId: 'ann' });
    const [first = ''] = await t.openTasks('first');
    expect(await t.rows('select due_at, candidates from task')).toEqual([
      { due_at: '2026-01-07T09:00:00.000Z', candidates: ['g:sales'] },
    ]);
    expect(await t.rows('select stage, status from instance')).toEqual([{ stage: 'qualify', status: 'active' }]);
    t.clock += 3_600_000;
    const done = await runtime.complete({ taskId: first, variables: { ok: true }, actorId: 'ann', commandId: 'c1' });
    const [second = ''] = await t.openTasks('second');
    expect(repeatedAnswer(done)).toEqual({ instanceId, nextTasks: [second], finished: false });
    expect(done.opened).toEqual(
      await t.rows(
        `select id, node_id as "nodeId", assignee_id as "assigneeId", candidates, due_at as "dueAt" from open_task`,
      ),
    );
    expect(await t.rows('select stage from instance')).toEqual([{ stage: 'close' }]);
    expect(await t.rows('select node_id, since from position')).toEqual([
      { node_id: 'second', since: '2026-01-05T10:00:00.000Z' },
    ]);
    const end = await runtime.complete({ taskId: second, variables: {}, actorId: 'bob', commandId: 'c2' });
    expect(end).toEqual({ instanceId, nextTasks: [], finished: true, opened: [] });
    expect(await t.rows('select status, outcome, stage, ended_at from instance')).toEqual([
      { status: 'completed', outcome: 'won', stage: 'close', ended_at: '2026-01-05T10:00:00.000Z' },
    ]);
    expect(await t.rows('select * from position')).toEqual([]);
    expect(await t.rows('select * from worklist')).toEqual([]);
    expect(t.changes).toHaveLength(3);
  });

  test('writes the way and who went it to the history', async () => {
    await t.runtime.start({ processId: 'p', variables: { amount: 7 }, actorId: 'ann' });
    const [first = ''] = await t.openTasks();
    await t.runtime.complete({ taskId: first, variables: { ok: true }, actorId: 'bob', commandId: 'c1' });
    const rows = await t.rows('select type, element_id, actor_id, detail from history order by seq');
    expect(rows).toEqual([
      { type: 'enter', element_id: 'start', actor_id: 'ann', detail: { variables: { amount: 7 } } },
      { type: 'leave', element_id: 'start', actor_id: 'ann', detail: null },
      { type: 'take', element_id: 'start_first', actor_id: 'ann', detail: null },
      { type: 'enter', element_id: 'first', actor_id: 'ann', detail: null },
      { type: 'leave', element_id: 'first', actor_id: 'bob', detail: { variables: { ok: true } } },
      { type: 'take', element_id: 'first_second', actor_id: 'bob', detail: null },
      { type: 'enter', element_id: 'second', actor_id: 'bob', detail: null },
    ]);
  });

  test('a repeated command does nothing and answers the same', async () => {
    const begin = { processId: 'p', variables: {}, actorId: 'ann', commandId: 'begin' };
    const started = await t.runtime.start(begin);
    expect(await t.runtime.start(begin)).toEqual(started);
    const [taskId = ''] = await t.openTasks();
    const request = { taskId, variables: {}, actorId: 'ann', commandId: 'press' };
    const first = await t.runtime.complete(request);
    expect(await t.runtime.complete(request)).toEqual(repeatedAnswer(first));
    expect(await t.rows('select count(*) as n from instance')).toEqual([{ n: 1 }]);
    expect(await t.openTasks()).toEqual(first.nextTasks);
  });

  test('ten starts with one command id start one instance', async () => {
    const begin = { processId: 'p', variables: {}, actorId: 'ann', commandId: 'begin' };
    const all = await Promise.all(Array.from({ length: 10 }, () => t.runtime.start(begin)));
    expect(new Set(all.map((one) => one.instanceId)).size).toBe(1);
    expect(await t.rows('select count(*) as n from instance')).toEqual([{ n: 1 }]);
  });

  test('ten completions of one task at once complete it once', async () => {
    await t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann' });
    const [taskId = ''] = await t.openTasks();
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) =>
        t.runtime.complete({ taskId, variables: {}, actorId: i % 2 ? 'ann' : 'bob', commandId: `c${i}` }),
      ),
    );
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toHaveLength(9);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'task-gone', details: { status: 'completed' } });
    expect(await t.openTasks('second')).toHaveLength(1);
    expect(await t.rows(`select count(*) as n from history where type = 'leave' and element_id = 'first'`)).toEqual([
      { n: 1 },
    ]);
  });

  test('the same press ten times at once is done once and answered ten times', async () => {
    await t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann' });
    const [taskId = ''] = await t.openTasks();
    const press = { taskId, variables: {}, actorId: 'ann', commandId: 'press' };
    const all = await Promise.all(Array.from({ length: 10 }, () => t.runtime.complete(press)));
    for (const one of all) expect(repeatedAnswer(one)).toEqual(all[0] && repeatedAnswer(all[0]));
    expect(await t.openTasks('second')).toHaveLength(1);
  });

  test('writes of the caller are in the same transaction', async () => {
    const within = async () => {
      throw new Error('no deal');
    };
    const start = t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann', within });
    await expect(start).rejects.toThrow('no deal');
    expect(await t.rows('select id from instance')).toEqual([]);
    expect(await t.rows('select instance_id from history')).toEqual([]);
  });

  test('a transaction that lost a deadlock is tried again, but not for ever', async () => {
    let tries = 0;
    const within = (losing: number) => async () => {
      tries += 1;
      if (tries <= losing) throw new DatabaseError('deadlock detected', '40P01', null);
    };
    await t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann', within: within(2) });
    expect(await t.rows('select count(*) as n from instance')).toEqual([{ n: 1 }]);
    tries = 0;
    const start = t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann', within: within(9) });
    await expect(start).rejects.toMatchObject({ sqlState: '40P01' });
    expect(tries).toBe(3);
    expect(await t.rows('select count(*) as n from instance')).toEqual([{ n: 1 }]);
  });

  test('a task that is not there, and a process that is not', async () => {
    const complete = t.runtime.complete({ taskId: 'no:1', variables: {}, actorId: 'ann', commandId: 'c' });
    await expect(complete).rejects.toMatchObject({ code: 'not-found', details: { what: 'task' } });
    const start = t.runtime.start({ processId: 'none', variables: {}, actorId: 'ann' });
    await expect(start).rejects.toMatchObject({ code: 'not-found', details: { what: 'process' } });
  });

  test('a new version takes new instances; running ones stay on theirs', async () => {
    const before = await t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann' });
    const renamed = twoTasks.replaceAll('second', 'other');
    const deployed = await t.runtime.deploy({ xml: renamed, note: 'second', actorId: 'ann' });
    expect(deployed).toMatchObject({ processId: 'p', version: 2 });
    const after = await t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann' });
    for (const taskId of await t.openTasks('first')) {
      await t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: taskId });
    }
    const tasks = await t.rows(`select instance_id, node_id from task where status = 'open' order by node_id`);
    expect(tasks).toEqual([
      { instance_id: after.instanceId, node_id: 'other' },
      { instance_id: before.instanceId, node_id: 'second' },
    ]);
  });

  test('ten deployments at once get ten versions', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, () => t.runtime.deploy({ xml: twoTasks, note: 'x', actorId: null })),
    );
    expect(all.map((one) => one.version).toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(new Set(all.map((one) => one.modelId)).size).toBe(1);
  });

  test('a model with errors changes nothing', async () => {
    const broken = twoTasks.replace('targetRef="second"', 'targetRef="nowhere"');
    await expect(t.runtime.deploy({ xml: broken, note: 'x', actorId: 'ann' })).rejects.toMatchObject({
      code: 'model-refused',
    });
    await expect(t.runtime.deploy({ xml: '<a>', note: 'x', actorId: 'ann' })).rejects.toMatchObject({
      code: 'definitions-missing',
    });
    expect(await t.rows('select count(*) as n from deployment')).toEqual([{ n: 1 }]);
  });
});
