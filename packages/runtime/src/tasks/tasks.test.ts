import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import type { TaskAssignment } from '../Runtime.ts';
import { flows, model, twoTasks } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const together = model(
  `
    <bpmn:startEvent id="start" />
    <bpmn:userTask id="sign" name="Sign">
      <bpmn:extensionElements><dw:assignment rule="group" value="board" approve="all" /></bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:endEvent id="end" />
    ${flows('start>sign>end')}`,
  { id: 'together' },
);

eachDatabase('tasks', (open) => {
  let store: Store;
  let t: TestRuntime;
  let assignment: TaskAssignment;
  let taskId: string;
  const begin = async (processId: string, given: TaskAssignment) => {
    assignment = given;
    await t.runtime.start({ processId, variables: {}, actorId: 'ann' });
    [taskId = ''] = await t.openTasks();
  };
  const worklist = async () => {
    const rows = await t.rows<{ principal: string }>('select principal from worklist order by principal');
    return rows.map((row) => row.principal);
  };

  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store, { assign: async () => assignment });
    await t.runtime.deploy({ xml: twoTasks, note: '', actorId: null });
    await t.runtime.deploy({ xml: together, note: '', actorId: null });
  });

  test('a claimed task is on the claimer’s list alone; released, it is back on all', async () => {
    await begin('p', { assigneeId: null, candidates: ['g:sales', 'r:manager'] });
    expect(await worklist()).toEqual(['g:sales', 'r:manager']);
    await t.runtime.claim({ taskId, actorId: 'ann' });
    await t.runtime.claim({ taskId, actorId: 'ann' });
    expect(await worklist()).toEqual(['p:ann']);
    await t.runtime.release({ taskId, actorId: 'ann' });
    expect(await worklist()).toEqual(['g:sales', 'r:manager']);
    expect(
      await t.rows(`select action, actor_id, before, after from audit where subject_id = $1 order by id`, [taskId]),
    ).toEqual([
      { action: 'task.claim', actor_id: 'ann', before: { assigneeId: null }, after: { assigneeId: 'ann' } },
      { action: 'task.release', actor_id: 'ann', before: { assigneeId: 'ann' }, after: { assigneeId: null } },
    ]);
  });

  test('of ten who claim at once, one gets it; the others are told who and since when', async () => {
    await begin('p', { assigneeId: null, candidates: ['g:sales'] });
    const people = ['ann', 'bob', 'cy'];
    const all = await Promise.allSettled(people.map((actorId) => t.runtime.claim({ taskId, actorId })));
    const winner = people[all.findIndex((one) => one.status === 'fulfilled')];
    const refused = all.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const one of refused) {
      expect(one.reason).toMatchObject({
        code: 'task-taken',
        details: { by: winner, since: '2026-01-05T09:00:00.000Z' },
      });
    }
    expect(await worklist()).toEqual([`p:${winner}`]);
  });

  test('who has not claimed it may not complete it, release it or write its draft', async () => {
    await begin('p', { assigneeId: 'ann', candidates: ['p:ann'] });
    const taken = { code: 'task-taken', details: { by: 'ann' } };
    const complete = t.runtime.complete({ taskId, variables: {}, actorId: 'bob', commandId: 'c' });
    await expect(complete).rejects.toMatchObject(taken);
    await expect(t.runtime.release({ taskId, actorId: 'bob' })).rejects.toMatchObject(taken);
    await expect(t.runtime.saveDraft({ taskId, draft: {}, actorId: 'bob' })).rejects.toMatchObject(taken);
  });

  test('assigned, it changes hands', async () => {
    await begin('p', { assigneeId: 'ann', candidates: ['p:ann'] });
    t.clock += 60_000;
    await t.runtime.assign({ taskId, assigneeId: 'bob', actorId: 'cy' });
    expect(await worklist()).toEqual(['p:bob']);
    expect(await t.rows('select assignee_id, claimed_at from task')).toEqual([
      { assignee_id: 'bob', claimed_at: '2026-01-05T09:01:00.000Z' },
    ]);
    await t.runtime.complete({ taskId, variables: {}, actorId: 'bob', commandId: 'c' });
    await expect(t.runtime.assign({ taskId, assigneeId: 'cy', actorId: 'cy' })).rejects.toMatchObject({
      code: 'task-gone',
      details: { by: 'bob', status: 'completed', at: '2026-01-05T09:01:00.000Z' },
    });
  });

  test('a draft is kept until the task is completed', async () => {
    await begin('p', { assigneeId: null, candidates: ['g:sales'] });
    await t.runtime.saveDraft({ taskId, draft: { a: [1] }, actorId: 'ann' });
    expect(await t.rows('select draft from task where id = $1', [taskId])).toEqual([{ draft: { a: [1] } }]);
    await t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: 'c' });
    expect(await t.rows('select draft from task where id = $1', [taskId])).toEqual([{ draft: null }]);
  });

  test('nobody may be left without anybody to see a task', async () => {
    assignment = { assigneeId: null, candidates: [] };
    await expect(t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann' })).rejects.toThrow('nobody');
    await begin('p', { assigneeId: 'ann', candidates: [] });
    await expect(t.runtime.release({ taskId, actorId: 'ann' })).rejects.toMatchObject({
      code: 'task-has-no-candidates',
    });
  });

  test('a task that all must approve is done when the last of them has', async () => {
    await begin('together', { assigneeId: null, candidates: ['p:ann', 'p:bob'] });
    const press = (actorId: string, commandId: string) =>
      t.runtime.complete({ taskId, variables: { [actorId]: 'yes' }, actorId, commandId });
    await expect(press('cy', 'c0')).rejects.toMatchObject({ code: 'not-a-candidate' });
    expect(await press('ann', 'c1')).toMatchObject({ finished: false, nextTasks: [] });
    expect(await press('ann', 'c1')).toMatchObject({ finished: false });
    await expect(press('ann', 'c2')).rejects.toMatchObject({ code: 'already-approved' });
    expect(await worklist()).toEqual(['p:bob']);
    expect(await t.rows('select approvals from task')).toEqual([
      { approvals: [{ by: 'ann', at: '2026-01-05T09:00:00.000Z' }] },
    ]);
    expect(await press('bob', 'c3')).toMatchObject({ finished: true });
    expect(await t.rows(`select state->'scopes'->0->'vars' as vars from instance`)).toEqual([
      { vars: { ann: 'yes', bob: 'yes' } },
    ]);
  });

  test('two who approve at once both count', async () => {
    await begin('together', { assigneeId: null, candidates: ['p:ann', 'p:bob', 'p:cy'] });
    const all = await Promise.all(
      ['ann', 'bob', 'cy'].map((actorId) => t.runtime.complete({ taskId, variables: {}, actorId, commandId: actorId })),
    );
    expect(all.filter((one) => one.finished)).toHaveLength(1);
  });

  test('one of several approvers claimed the task, and the others never saw it again', async () => {
    await begin('together', { assigneeId: null, candidates: ['p:ann', 'p:bob'] });
    await expect(t.runtime.claim({ taskId, actorId: 'ann' })).rejects.toMatchObject({ code: 'task-is-shared' });
    await expect(t.runtime.assign({ taskId, assigneeId: 'cy', actorId: 'ann' })).rejects.toMatchObject({
      code: 'task-is-shared',
    });
    expect(await worklist()).toEqual(['p:ann', 'p:bob']);
  });

  test('a command id used again for another task is that task’s own, and not answered with the first one’s result', async () => {
    await begin('p', { assigneeId: null, candidates: ['g:sales'] });
    await t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: 'c' });
    const [second = ''] = await t.openTasks('second');
    const again = await t.runtime.complete({ taskId: second, variables: {}, actorId: 'ann', commandId: 'c' });
    expect(again).toMatchObject({ finished: true });
    expect(await t.openTasks('second')).toEqual([]);
  });

  test('a command id used by another person was answered as if they had done it', async () => {
    await begin('p', { assigneeId: null, candidates: ['g:sales'] });
    const press = (actorId: string) => t.runtime.complete({ taskId, variables: {}, actorId, commandId: 'c' });
    await press('ann');
    await expect(press('bob')).rejects.toMatchObject({ code: 'command-id-used' });
    const begun = { processId: 'p', variables: {}, commandId: 's' };
    await t.runtime.start({ ...begun, actorId: 'ann' });
    await expect(t.runtime.start({ ...begun, actorId: 'bob' })).rejects.toMatchObject({ code: 'command-id-used' });
  });

  test('a command id used for two tasks at once is done for both', async () => {
    await begin('p', { assigneeId: null, candidates: ['g:sales'] });
    await t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann' });
    const tasks = await t.openTasks('first');
    const press = (id: string) => t.runtime.complete({ taskId: id, variables: {}, actorId: 'ann', commandId: 'c' });
    const answers = await Promise.all(tasks.map(press));
    expect(answers.map(({ nextTasks }) => nextTasks)).toEqual(
      tasks.map((id) => [expect.stringContaining(id.split(':')[0] ?? '')]),
    );
    expect(await t.openTasks('second')).toHaveLength(2);
  });
});
