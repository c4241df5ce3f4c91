import type { AssignmentResolver } from '../Runtime.ts';
import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { expression, flows, model } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const approvals = (loop: string, inside = '') =>
  model(
    `<bpmn:startEvent id="start" />
     <bpmn:userTask id="approve" name="Approve" dw:stage="approval">
       <bpmn:multiInstanceLoopCharacteristics ${loop}>${inside}</bpmn:multiInstanceLoopCharacteristics>
     </bpmn:userTask>
     <bpmn:userTask id="after" />
     <bpmn:endEvent id="end" />
     ${flows('start>approve>after>end')}`,
  ).replace(
    '<bpmn:startEvent',
    `<bpmn:extensionElements><dw:stages><dw:stage id="approval" /></dw:stages></bpmn:extensionElements><bpmn:startEvent`,
  );
const overApprovers = 'dw:collection="=approvers" dw:item="approver" dw:outputCollection="answers" dw:outputItem="=ok"';

/** Who the item says. */
const byItem: AssignmentResolver = async (_em, { variables }) => {
  const item = variables['approver'];
  return typeof item === 'string'
    ? { assigneeId: item, candidates: [`p:${item}`] }
    : { assigneeId: null, candidates: ['g:sales'] };
};

eachDatabase('repeated activities', (open) => {
  let store: Store;
  let t: TestRuntime;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store, { assign: byItem });
  });
  const begin = async (xml: string, variables = {}) => {
    await t.runtime.deploy({ xml, note: '', actorId: null });
    return (await t.runtime.start({ processId: 'p', variables, actorId: 'ann' })).instanceId;
  };
  const tasks = () =>
    t.rows(`select node_id as node, turn, item, assignee_id as who from task where status = 'open' order by id`);
  const complete = (taskId: string, variables: Record<string, boolean | number> = {}) =>
    t.runtime.complete({ taskId, variables, actorId: taskId.length > 0 ? 'ann' : 'bob', commandId: `done:${taskId}` });
  const completeAs = async (actorId: string, variables: Record<string, boolean>) => {
    const [task] = await t.rows<{ id: string }>(`select id from task where status = 'open' and assignee_id = $1`, [
      actorId,
    ]);
    return t.runtime.complete({ taskId: task?.id ?? '', variables, actorId, commandId: `by:${actorId}` });
  };
  const variables = async (instanceId: string) => {
    const [row] = await t.rows<{ vars: unknown }>(
      `select state->'scopes'->0->'vars' as vars from instance where id = $1`,
      [instanceId],
    );
    return row?.vars;
  };

  test('each approver of a list gets a task of their own, and the answers come in the order of the list', async () => {
    const id = await begin(approvals(overApprovers), { approvers: ['ann', 'bob', 'cy'] });
    expect(await tasks()).toEqual([
      { node: 'approve', turn: 1, item: 'ann', who: 'ann' },
      { node: 'approve', turn: 2, item: 'bob', who: 'bob' },
      { node: 'approve', turn: 3, item: 'cy', who: 'cy' },
    ]);
    expect(await t.rows('select node_id, token from position order by token')).toHaveLength(3);
    expect(await t.rows('select stage from instance')).toEqual([{ stage: 'approval' }]);
    await completeAs('cy', { ok: false });
    await completeAs('ann', { ok: true });
    expect(await t.openTasks('after')).toEqual([]);
    const { nextTasks } = await completeAs('bob', { ok: true });
    expect(await t.openTasks('after')).toEqual(nextTasks);
    expect(await variables(id)).toMatchObject({ answers: [true, true, false] });
    expect(await t.rows('select node_id from position')).toEqual([{ node_id: 'after' }]);
    const visits = await t.rows(
      `select type, count(*) as n from history where element_id = 'approve' group by 1 order by 1`,
    );
    expect(visits).toEqual([
      { type: 'enter', n: 3 },
      { type: 'leave', n: 3 },
    ]);
  });

  test('one after another, each sees its own entry', async () => {
    await begin(approvals(`isSequential="true" ${overApprovers}`), { approvers: ['bob', 'cy'] });
    expect(await tasks()).toEqual([{ node: 'approve', turn: 1, item: 'bob', who: 'bob' }]);
    await completeAs('bob', { ok: true });
    expect(await tasks()).toEqual([{ node: 'approve', turn: 2, item: 'cy', who: 'cy' }]);
    await completeAs('cy', { ok: true });
    expect(await tasks()).toEqual([{ node: 'after', turn: null, item: null, who: null }]);
  });

  test('the completion condition withdraws the tasks that are left', async () => {
    const enough = expression('completionCondition', '=ok = false');
    await begin(approvals(overApprovers, enough), { approvers: ['ann', 'bob', 'cy'] });
    await completeAs('bob', { ok: false });
    expect(await t.rows('select status, count(*) as n from task group by 1 order by 1')).toEqual([
      { status: 'cancelled', n: 2 },
      { status: 'completed', n: 1 },
      { status: 'open', n: 1 },
    ]);
    expect(await t.rows('select principal from worklist')).toEqual([{ principal: 'g:sales' }]);
  });

  test('what the first of several approvers enters stays with the entry that it is about', async () => {
    const assign: AssignmentResolver = async () => ({ assigneeId: null, candidates: ['p:ann', 'p:bob'] });
    t = await openRuntime(store, { serverId: 's3', assign });
    const xml = approvals(
      'dw:collection="=lots" dw:item="lot" dw:outputCollection="answers" dw:outputItem="=ok"',
    ).replace(
      '<bpmn:multiInstance',
      `<bpmn:extensionElements><dw:assignment rule="group" value="board" approve="all" /></bpmn:extensionElements>
       <bpmn:multiInstance`,
    );
    const id = await begin(xml, { lots: [1, 2] });
    const [first = '', second = ''] = await t.openTasks('approve');
    const press = (taskId: string, actorId: string, values: Record<string, boolean>) =>
      t.runtime.complete({ taskId, variables: values, actorId, commandId: `${taskId} ${actorId}` });
    await press(first, 'ann', { ok: false });
    expect(await variables(id)).toEqual({ lots: [1, 2] });
    for (const who of ['ann', 'bob']) await press(second, who, { ok: true });
    await press(first, 'bob', {});
    expect(await variables(id)).toMatchObject({ answers: [false, true] });
  });

  test('a collection that is no list is an incident with a place, and goes on when it is one', async () => {
    const id = await begin(approvals(overApprovers), { approvers: 'ann' });
    expect(await t.rows('select node_id, code from incident')).toEqual([
      { node_id: 'approve', code: 'collection-invalid' },
    ]);
    expect(await t.rows('select node_id from position')).toEqual([{ node_id: 'approve' }]);
    const [incident] = await t.rows<{ id: string }>('select id from incident');
    await t.runtime.retryIncident({ incidentId: incident?.id ?? '', actorId: 'ann', variables: { approvers: ['cy'] } });
    expect(await tasks()).toMatchObject([{ who: 'cy' }]);
    expect(await t.rows('select node_id, token from position')).toHaveLength(1);
    await completeAs('cy', { ok: true });
    expect(await t.openTasks('after')).toHaveLength(1);
    await complete((await t.openTasks('after'))[0] ?? '');
    expect(await t.rows('select status from instance where id = $1', [id])).toEqual([{ status: 'completed' }]);
    expect(await t.rows('select * from position')).toEqual([]);
  });

  test('a loop over a machine’s work: a round that failed is tried again, alone and with other variables', async () => {
    const calls: unknown[] = [];
    let broken = true;
    t = await openRuntime(store, {
      serverId: 's2',
      connectors: {
        send: async ({ input }) => {
          calls.push(input);
          if (broken && input['n'] === 2) throw new Error('no line');
          return { n: Number(input['n']) + 1 };
        },
      },
    });
    const xml = model(
      `<bpmn:startEvent id="start" />
       <bpmn:serviceTask id="send">
         <bpmn:extensionElements><dw:connector type="send" retries="0">
           <dw:input name="n" value="=n" /><dw:input name="to" value="=to" />
         </dw:connector></bpmn:extensionElements>
         <bpmn:standardLoopCharacteristics>${expression('loopCondition', '=n &lt; 4')}</bpmn:standardLoopCharacteristics>
       </bpmn:serviceTask>
       <bpmn:endEvent id="end" />
       ${flows('start>send>end')}`,
    );
    const id = await begin(xml, { n: 1, to: 'a' });
    for (let round = 0; round < 5; round++) await t.runtime.runDueJobs();
    expect(calls).toEqual([
      { n: 1, to: 'a' },
      { n: 2, to: 'a' },
    ]);
    expect(await t.rows('select code, node_id from incident')).toEqual([{ code: 'job-failed', node_id: 'send' }]);
    broken = false;
    const [incident] = await t.rows<{ id: string }>('select id from incident');
    await t.runtime.retryIncident({ incidentId: incident?.id ?? '', actorId: 'ann', variables: { to: 'b' } });
    for (let round = 0; round < 5; round++) await t.runtime.runDueJobs();
    expect(calls.slice(2)).toEqual([
      { n: 2, to: 'b' },
      { n: 3, to: 'b' },
    ]);
    expect(await t.rows('select status from instance where id = $1', [id])).toEqual([{ status: 'completed' }]);
    expect(await t.rows('select id from job')).toEqual([]);
  });
});
