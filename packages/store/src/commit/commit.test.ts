import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../openStore.ts';
import { query } from '../query.ts';
import { eachDatabase } from '../testing/eachDatabase.ts';
import { emptyTables } from '../testing/emptyTables.ts';
import { insertDeployment, planFor } from '../testing/planFor.ts';
import { transaction } from '../transaction.ts';
import { commit } from './commit.ts';
import type { CommitPlan } from './CommitPlan.ts';

const at = '2026-01-05T09:00:00.000Z';
const later = '2026-01-06T09:00:00.000Z';

eachDatabase('commit', (open) => {
  let store: Store;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    await insertDeployment(store.em());
  });
  const write = (...plans: CommitPlan[]) => transaction(store.em(), (em) => commit(em, plans));
  const rows = (sql: string) => query(store.em(), sql);

  /** token 1 stands at a task, token 2 has everything else that a token can have */
  const everything: Partial<CommitPlan> = {
    positions: [
      { token: 1, nodeId: 'A', since: at },
      { token: 2, nodeId: 'B', since: at },
    ],
    tasks: [
      {
        token: 1,
        nodeId: 'A',
        assigneeId: null,
        candidates: ['g:x', 'p:bob'],
        approve: 'any',
        dueAt: later,
        priority: 2,
      },
    ],
    jobs: [{ token: 2, kind: 'timer', dueAt: later, payload: { a: 1 }, maxAttempts: 3 }],
    subscriptions: [{ token: 2, kind: 'message', name: 'reply', correlation: '7' }],
    incidents: [{ id: 'i1', token: 2, nodeId: 'B', code: 'no-flow', message: { en: 'stuck', zh: '卡住' } }],
    history: [
      { seq: 1, type: 'enter', elementId: 'A', token: 1, at, detail: { a: 'b' } },
      { seq: 2, type: 'take', elementId: 'f', token: 2, at, detail: null },
      { seq: 3, type: 'enter', elementId: 'B', token: 2, at: later, detail: { c: 'd' } },
    ],
    audit: [{ id: 'a1', action: 'start', subjectType: 'instance', subjectId: 'x', before: null, after: { y: 1 } }],
    command: { id: 'c1', result: { done: 'x' } },
  };
  const released = (reason: 'done' | 'cancelled'): CommitPlan['released'] => [
    { token: 1, reason, task: true },
    { token: 2, reason, task: false },
  ];

  test('writes every part of a plan', async () => {
    await write(planFor('x', 0, [1, 2], everything));
    expect(await rows('select id, revision, status, state from instance')).toEqual([
      { id: 'x', revision: 1, status: 'active', state: planFor('x', 0, [1, 2]).instance.state },
    ]);
    expect(await rows('select node_id, since from position order by token')).toEqual([
      { node_id: 'A', since: at },
      { node_id: 'B', since: at },
    ]);
    expect(await rows('select id, status, candidates, due_at, priority, process_id from task')).toEqual([
      { id: 'x:1', status: 'open', candidates: ['g:x', 'p:bob'], due_at: later, priority: 2, process_id: 'p1' },
    ]);
    expect(await rows('select principal, due, task_id from worklist order by principal')).toEqual([
      { principal: 'g:x', due: later, task_id: 'x:1' },
      { principal: 'p:bob', due: later, task_id: 'x:1' },
    ]);
    expect(await rows('select id, kind, due_at, payload, status from job')).toEqual([
      { id: 'x:2', kind: 'timer', due_at: later, payload: { a: 1 }, status: 'ready' },
    ]);
    expect(await rows('select id, name, correlation from subscription')).toEqual([
      { id: 'x:2', name: 'reply', correlation: '7' },
    ]);
    expect(await rows('select id, raised_at, resolved_at from incident')).toEqual([
      { id: 'i1', raised_at: at, resolved_at: null },
    ]);
    expect(await rows('select seq, type, element_id, token, at, actor_id, detail from history order by seq')).toEqual([
      { seq: 1, type: 'enter', element_id: 'A', token: 1, at, actor_id: 'ann', detail: { a: 'b' } },
      { seq: 2, type: 'take', element_id: 'f', token: 2, at, actor_id: 'ann', detail: null },
      { seq: 3, type: 'enter', element_id: 'B', token: 2, at: later, actor_id: 'ann', detail: { c: 'd' } },
    ]);
    // what happened at one moment is one row
    expect(await rows('select count(*) as n from step')).toEqual([{ n: 2 }]);
    expect(await rows('select id, actor_id, after from audit')).toEqual([
      { id: 'a1', actor_id: 'ann', after: { y: 1 } },
    ]);
  });

  test('an assigned task is on the list of its assignee alone, without due time last', async () => {
    const task = {
      token: 1,
      nodeId: 'A',
      assigneeId: 'bob',
      candidates: ['g:x'],
      approve: 'any',
      dueAt: null,
      priority: 0,
    } as const;
    await write(planFor('x', 0, [1], { tasks: [task] }));
    expect(await rows('select principal, due from worklist')).toEqual([{ principal: 'p:bob', due: 'infinity' }]);
  });

  test('a released token loses all it had; its task is closed for the record', async () => {
    await write(planFor('x', 0, [1, 2], everything));
    await write(planFor('x', 1, [], { released: released('done'), actorId: 'bob', at: later }));
    for (const table of ['position', 'worklist', 'job', 'subscription']) {
      expect(await rows(`select * from ${table}`), table).toEqual([]);
    }
    expect(await rows('select status, completed_at, completed_by from task')).toEqual([
      { status: 'completed', completed_at: later, completed_by: 'bob' },
    ]);
    expect(await rows('select resolved_at, resolved_by, resolution from incident')).toEqual([
      { resolved_at: later, resolved_by: 'bob', resolution: 'done' },
    ]);
  });

  test('leaves what other tokens and other instances have', async () => {
    await write(
      planFor('x', 0, [1, 2], everything),
      planFor('y', 0, [1, 2], { ...everything, incidents: [], audit: [], command: null }),
    );
    await write(planFor('x', 1, [], { released: released('cancelled') }));
    expect(await rows('select id, status from task order by id')).toEqual([
      { id: 'x:1', status: 'cancelled' },
      { id: 'y:1', status: 'open' },
    ]);
    expect(await rows('select id from job')).toEqual([{ id: 'y:2' }]);
    expect(await rows('select instance_id from position')).toEqual([{ instance_id: 'y' }, { instance_id: 'y' }]);
  });

  test('a token that is released and named again in one plan has the new and none of the old', async () => {
    await write(planFor('x', 0, [1, 2], everything));
    await write(
      planFor('x', 1, [1, 2], {
        at: later,
        released: released('done'),
        positions: [{ token: 2, nodeId: 'B', since: later }],
        tasks: [
          {
            token: 1,
            nodeId: 'A',
            assigneeId: null,
            candidates: ['g:x', 'g:z'],
            approve: 'any',
            dueAt: later,
            priority: 0,
          },
        ],
        jobs: [{ token: 2, kind: 'connector', dueAt: at, payload: {}, maxAttempts: 1 }],
        subscriptions: [{ token: 2, kind: 'signal', name: 'go', correlation: null }],
        incidents: [
          { id: 'i2', token: 2, nodeId: 'B', code: 'no-flow', message: { en: 'stuck again', zh: '再次卡住' } },
        ],
      }),
    );
    expect(await rows('select principal from worklist order by principal')).toEqual([
      { principal: 'g:x' },
      { principal: 'g:z' },
    ]);
    expect(await rows('select status, created_at, revision from task')).toEqual([
      { status: 'open', created_at: later, revision: 2 },
    ]);
    expect(await rows('select kind from job')).toEqual([{ kind: 'connector' }]);
    expect(await rows('select name from subscription')).toEqual([{ name: 'go' }]);
    expect(await rows('select id from incident where resolved_at is null')).toEqual([{ id: 'i2' }]);
    // it has stood there all the time
    expect(await rows('select since from position where token = 2')).toEqual([{ since: at }]);
  });

  test('a token goes from its task to an incident and back, and stands in one place all the while', async () => {
    const [task] = everything.tasks ?? [];
    if (!task) throw new Error('no task');
    const places = () => rows('select token, node_id from position');
    await write(planFor('x', 0, [1], { tasks: [task], positions: [{ token: 1, nodeId: 'A', since: at }] }));
    const held = { id: 'i1', token: 1, nodeId: 'A', code: 'c', message: { en: '', zh: '' } };
    await write(
      planFor('x', 1, [1], {
        released: [{ token: 1, reason: 'done', task: true }],
        incidents: [held],
        positions: [{ token: 1, nodeId: 'A', since: later }],
      }),
    );
    expect(await places()).toEqual([{ token: 1, node_id: 'A' }]);
    await write(planFor('x', 2, [1], { released: [{ token: 1, reason: 'done', task: false }], tasks: [task] }));
    expect(await places()).toEqual([{ token: 1, node_id: 'A' }]);
    expect(await rows('select 1 from standing_token')).toEqual([]);
    await write(planFor('x', 3, [], { released: [{ token: 1, reason: 'done', task: true }] }));
    expect(await places()).toEqual([]);
    expect(await rows('select status from task order by 1')).toEqual([{ status: 'completed' }]);
  });

  test('a completion is kept with its task, and refused when the task was changed since it was read', async () => {
    await write(planFor('x', 0, [1, 2], everything));
    const closing = { token: 1, revision: 1, commandId: 'c7', ledTo: [2], finished: false };
    const completion = planFor('x', 1, [2], { released: [{ token: 1, reason: 'done', task: true }], closing });
    await query(store.em(), 'update open_task set revision = 2');
    await expect(write(completion)).rejects.toMatchObject({ code: 'stale-instance', details: { instanceIds: ['x'] } });
    expect(await rows('select revision from instance')).toEqual([{ revision: 1 }]);
    await write({ ...completion, closing: { ...closing, revision: 2 } });
    expect(await rows('select cancelled, command_id, led_to, finished from closed_task')).toEqual([
      { cancelled: false, command_id: 'c7', led_to: [2], finished: false },
    ]);
  });

  test('completions of many instances are written as those of one, with all that their tasks had', async () => {
    const offered = { approve: 'any', dueAt: null, priority: 0 } as const;
    const at = new Date(1e12).toISOString();
    const enter = { seq: 1, type: 'enter', elementId: 'A', token: 1, at, detail: null } as const;
    const first = [{ token: 1, nodeId: 'A', assigneeId: null, candidates: ['g:a', 'r:b'], ...offered, priority: 3 }];
    for (const id of ['x', 'y', 'z'])
      await write(planFor(id, 0, [1], { tasks: first, positions: [], history: [enter], at }));
    const detail = { variables: { said: `"a", \\ {b} 好'` } };
    const done = (id: string, changes: Partial<CommitPlan>) =>
      planFor(id, 1, [2], {
        at,
        actorId: 'ann',
        released: [{ token: 1, reason: 'done', task: true }],
        closing: { token: 1, revision: 1, commandId: `c,"${id}`, ledTo: [2], finished: false },
        positions: [],
        history: [
          { seq: 2, type: 'leave', elementId: 'A', token: 1, at, detail },
          { seq: 3, type: 'enter', elementId: 'B, {1}', token: 2, at, detail: null },
        ],
        ...changes,
      });
    const task = { ...offered, token: 2, nodeId: 'B, {1}', turn: 2, item: 'a "b"', dueAt: at, priority: 1 };
    const plans = [
      done('x', { tasks: [{ ...task, assigneeId: 'bob', candidates: ['p:bob'] }] }),
      done('y', { tasks: [{ ...task, assigneeId: null, candidates: ['g:a', 'g:a', 'r:"c"'] }] }),
      done('z', { closing: { token: 1, revision: 1, commandId: 'cz', ledTo: [], finished: true } }),
    ];
    const seen = () =>
      Promise.all(
        [
          'select * from instance order by id',
          'select * from open_task order by id',
          'select * from closed_task order by id',
          'select * from worklist order by principal, task_id',
          'select * from step order by instance_id, seq',
        ].map(rows),
      );
    const both: unknown[] = [];
    // together, and each in a statement of its own: the same
    for (const batches of [[plans], plans.map((plan) => [plan])]) {
      await transaction(store.em(), async (em) => {
        for (const batch of batches) await commit(em, batch);
      });
      both.push(await seen());
      expect(await rows(`select principal, task_id from worklist where principal <> 'p:bob' order by 1`)).toEqual([
        { principal: 'g:a', task_id: 'y:2' },
        { principal: 'r:"c"', task_id: 'y:2' },
      ]);
      expect(await rows(`select detail from step where instance_id = 'y' and seq = 2`)).toEqual([
        { detail: { 0: detail } },
      ]);
      for (const sql of [
        `delete from step where seq > 1`,
        `delete from closed_task`,
        `delete from offered_task`,
        `delete from open_task`,
        `update instance set revision = 1`,
      ])
        await rows(sql);
      for (const id of ['x', 'y', 'z']) {
        await rows(`insert into open_task (id, instance_id, token, deployment_id, process_id, node_id, candidates, created_at, priority)
          select '${id}:1', '${id}', 1, deployment_id, process_id, 'A', '{g:a,r:b}', '${at}', 3 from instance where id = '${id}'`);
        await rows(`insert into offered_task select p, 'infinity', '${id}:1' from unnest('{g:a,r:b}'::text[]) p`);
      }
    }
    expect(both[1]).toEqual(both[0]);
    // one that has moved on, or whose task has been changed: none is written
    await rows(`update open_task set revision = 7 where id = 'z:1'`);
    await expect(commit(store.em(), plans)).rejects.toMatchObject({ code: 'stale-instance' });
    await rows(`update open_task set revision = 1 where id = 'z:1'`);
    await rows(`update instance set revision = 9 where id = 'y'`);
    await expect(commit(store.em(), plans)).rejects.toMatchObject({
      code: 'stale-instance',
      details: { instanceIds: ['y'] },
    });
    expect(await rows('select * from closed_task')).toEqual([]);
  });

  test('a task that is not there can not be released: nothing is written', async () => {
    await write(planFor('x', 0, [1]));
    const wrong = planFor('x', 1, [], { released: [{ token: 1, reason: 'done', task: true }] });
    await expect(write(wrong)).rejects.toMatchObject({ sqlState: 'DW003' });
    expect(await rows('select revision from instance')).toEqual([{ revision: 1 }]);
  });

  test('a plan that is one commit behind is named, which is what another server leaves', async () => {
    await write(planFor('x', 0, [1]), planFor('y', 0, [1]));
    await write(planFor('x', 1, [1]));
    const behind = planFor('x', 1, [1]);
    for (const plans of [[behind], [planFor('y', 1, [1]), behind]])
      await expect(write(...plans)).rejects.toMatchObject({ code: 'stale-instance', details: { instanceIds: ['x'] } });
  });

  test('a stale revision writes nothing, of any plan', async () => {
    await write(planFor('x', 0, [1]));
    const stale = write(planFor('y', 0, [1]), planFor('x', 0, [1, 2], everything));
    await expect(stale).rejects.toMatchObject({ code: 'stale-instance', details: { instanceIds: ['x'] } });
    await expect(write(planFor('x', 2, []))).rejects.toMatchObject({ code: 'stale-instance' });
    await expect(write(planFor('nowhere', 1, []))).rejects.toMatchObject({ code: 'stale-instance' });
    expect(await rows('select id, revision from instance')).toEqual([{ id: 'x', revision: 1 }]);
    expect(await rows('select id from task')).toEqual([]);
    expect(await rows('select id from command_log')).toEqual([]);
  });

  test('a repeated command is refused, and nothing of the batch is written', async () => {
    await write(planFor('x', 0, [1, 2], everything));
    const again = { ...everything, command: { id: 'c1', result: { done: 'never' } } };
    await expect(write(planFor('y', 0, [1, 2], again), planFor('z', 0, [1]))).rejects.toMatchObject({
      code: 'command-repeated',
      commandIds: ['c1'],
    });
    expect(await rows('select id from instance order by id')).toEqual([{ id: 'x' }]);
    expect(await rows('select id from task')).toEqual([{ id: 'x:1' }]);
  });

  test('the same command ten times at once is done once', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) => write(planFor(`x${i}`, 0, [], { command: { id: 'c9', result: i } }))),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of all) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'command-repeated' });
    }
    expect(await rows('select id from instance')).toHaveLength(1);
  });

  test('commits in a statement of its own, without a transaction around it, all or nothing', async () => {
    await commit(store.em(), [planFor('x', 0, [1, 2], everything)]);
    const stale = commit(store.em(), [planFor('y', 0, [1]), planFor('x', 7, [])]);
    await expect(stale).rejects.toMatchObject({ code: 'stale-instance', details: { instanceIds: ['x'] } });
    expect(await rows('select id from instance')).toEqual([{ id: 'x' }]);
  });

  test('a delivery outlives the token that caused it', async () => {
    const delivery = {
      id: 'j1',
      token: -1,
      kind: 'message',
      dueAt: at,
      payload: { name: 'm' },
      maxAttempts: 3,
    } as const;
    await write(planFor('x', 0, [1], { jobs: [delivery] }));
    await write(planFor('x', 1, [], { released: [{ token: 1, reason: 'done', task: false }] }));
    expect(await rows('select id, kind from job')).toEqual([{ id: 'j1', kind: 'message' }]);
  });

  test('imports hundreds of plans in one statement', async () => {
    const plans = Array.from({ length: 300 }, (_, i) => {
      const plan = planFor(`bulk${i}`, 0, [1, 2], { ...everything, incidents: [], audit: [], command: null });
      const history = Array.from(
        { length: 20 },
        (_, seq) => ({ seq, type: 'enter', elementId: 'A', token: 1, at, detail: null }) as const,
      );
      return { ...plan, history };
    });
    await write(...plans);
    expect(await rows('select count(*) as n from instance')).toEqual([{ n: 300 }]);
    expect(await rows('select count(*) as n from history')).toEqual([{ n: 6000 }]);
    expect(await rows('select count(*) as n from worklist')).toEqual([{ n: 600 }]);
  });
});
