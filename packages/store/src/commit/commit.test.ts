import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../openStore.ts';
import { query } from '../query.ts';
import { eachDatabase } from '../testing/eachDatabase.ts';
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
    await query(store.em(), 'truncate team, person, model, instance, command_log, history, audit cascade');
    await insertDeployment(store.em());
  });
  const write = (...plans: CommitPlan[]) => transaction(store.em(), (em) => commit(em, plans));
  const rows = (sql: string) => query(store.em(), sql);

  /** token 1 has everything that a token can have */
  const everything: Partial<CommitPlan> = {
    positions: [{ token: 1, nodeId: 'A', since: at }],
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
    jobs: [{ token: 1, kind: 'timer', dueAt: later, payload: { a: 1 }, maxAttempts: 3 }],
    subscriptions: [{ token: 1, kind: 'message', name: 'reply', correlation: '7' }],
    incidents: [{ id: 'i1', token: 1, nodeId: 'A', code: 'no-flow', message: { en: 'stuck', zh: '卡住' } }],
    history: [{ seq: 1, type: 'enter', elementId: 'A', token: 1, at, detail: { a: 'b' } }],
    audit: [{ id: 'a1', action: 'start', subjectType: 'instance', subjectId: 'x', before: null, after: { y: 1 } }],
    command: { id: 'c1', result: { done: 'x' } },
  };

  test('writes every part of a plan', async () => {
    expect(await write(planFor('x', 0, [1], everything))).toEqual([{ instanceId: 'x', repeated: false }]);
    expect(await rows('select id, revision, status, state from instance')).toEqual([
      { id: 'x', revision: 1, status: 'active', state: planFor('x', 0, [1]).instance.state },
    ]);
    expect(await rows('select node_id, since from position')).toEqual([{ node_id: 'A', since: at }]);
    expect(await rows('select id, status, candidates, due_at, priority, process_id from task')).toEqual([
      { id: 'x:1', status: 'open', candidates: ['g:x', 'p:bob'], due_at: later, priority: 2, process_id: 'p1' },
    ]);
    expect(await rows('select principal, due, task_id from worklist order by principal')).toEqual([
      { principal: 'g:x', due: later, task_id: 'x:1' },
      { principal: 'p:bob', due: later, task_id: 'x:1' },
    ]);
    expect(await rows('select id, kind, due_at, payload, status from job')).toEqual([
      { id: 'x:1', kind: 'timer', due_at: later, payload: { a: 1 }, status: 'ready' },
    ]);
    expect(await rows('select id, name, correlation from subscription')).toEqual([
      { id: 'x:1', name: 'reply', correlation: '7' },
    ]);
    expect(await rows('select id, raised_at, resolved_at from incident')).toEqual([
      { id: 'i1', raised_at: at, resolved_at: null },
    ]);
    expect(await rows('select seq, element_id, actor_id, detail from history')).toEqual([
      { seq: 1, element_id: 'A', actor_id: 'ann', detail: { a: 'b' } },
    ]);
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
    await write(planFor('x', 0, [1], everything));
    await write(planFor('x', 1, [], { released: [{ token: 1, reason: 'done' }], actorId: 'bob', at: later }));
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
      planFor('x', 0, [1], everything),
      planFor('y', 0, [1], { ...everything, incidents: [], audit: [], command: null }),
    );
    await write(planFor('x', 1, [], { released: [{ token: 1, reason: 'cancelled' }] }));
    expect(await rows('select id, status from task order by id')).toEqual([
      { id: 'x:1', status: 'cancelled' },
      { id: 'y:1', status: 'open' },
    ]);
    expect(await rows('select id from job')).toEqual([{ id: 'y:1' }]);
    expect(await rows('select instance_id from position')).toEqual([{ instance_id: 'y' }]);
  });

  test('a token that is released and named again in one plan has the new and none of the old', async () => {
    await write(planFor('x', 0, [1], everything));
    await write(
      planFor('x', 1, [1], {
        at: later,
        released: [{ token: 1, reason: 'done' }],
        positions: [{ token: 1, nodeId: 'A', since: later }],
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
        jobs: [{ token: 1, kind: 'connector', dueAt: at, payload: {}, maxAttempts: 1 }],
        subscriptions: [{ token: 1, kind: 'signal', name: 'go', correlation: null }],
        incidents: [
          { id: 'i2', token: 1, nodeId: 'A', code: 'no-flow', message: { en: 'stuck again', zh: '再次卡住' } },
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
    expect(await rows('select since from position')).toEqual([{ since: at }]);
  });

  test('a stale revision writes nothing, of any plan', async () => {
    await write(planFor('x', 0, [1]));
    const stale = write(planFor('y', 0, [1]), planFor('x', 0, [1], everything));
    await expect(stale).rejects.toMatchObject({ code: 'stale-instance', details: { instanceIds: ['x'] } });
    await expect(write(planFor('x', 2, []))).rejects.toMatchObject({ code: 'stale-instance' });
    await expect(write(planFor('nowhere', 1, []))).rejects.toMatchObject({ code: 'stale-instance' });
    expect(await rows('select id, revision from instance')).toEqual([{ id: 'x', revision: 1 }]);
    expect(await rows('select id from task')).toEqual([]);
    expect(await rows('select id from command_log')).toEqual([]);
  });

  test('a repeated command writes nothing and answers what the first did; others in the batch are written', async () => {
    await write(planFor('x', 0, [1], everything));
    const again = { ...everything, command: { id: 'c1', result: { done: 'never' } } };
    expect(await write(planFor('y', 0, [1], again), planFor('z', 0, [1]))).toEqual([
      { instanceId: 'y', repeated: true, result: { done: 'x' } },
      { instanceId: 'z', repeated: false },
    ]);
    expect(await rows('select id from instance order by id')).toEqual([{ id: 'x' }, { id: 'z' }]);
    expect(await rows('select id from task')).toEqual([{ id: 'x:1' }]);
  });

  test('the same command ten times at once is done once', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        write(planFor(`x${i}`, 0, [], { command: { id: 'c9', result: { by: `x${i}` } } })),
      ),
    );
    const instances = (await rows('select id from instance')) as { id: string }[];
    expect(instances).toHaveLength(1);
    const first = instances[0]?.id;
    for (const [outcome] of all) {
      if (outcome?.repeated) expect(outcome.result).toEqual({ by: first });
    }
    expect(all.filter(([outcome]) => outcome?.repeated === false)).toHaveLength(1);
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
    await write(planFor('x', 1, [], { released: [{ token: 1, reason: 'done' }] }));
    expect(await rows('select id, kind from job')).toEqual([{ id: 'j1', kind: 'message' }]);
  });

  test('imports hundreds of plans in one statement', async () => {
    const plans = Array.from({ length: 300 }, (_, i) => {
      const plan = planFor(`bulk${i}`, 0, [1], { ...everything, incidents: [], audit: [], command: null });
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
