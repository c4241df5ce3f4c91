import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { expression, flows, model } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const conditional = (condition: string) =>
  `<bpmn:conditionalEventDefinition>${expression('condition', condition)}</bpmn:conditionalEventDefinition>`;

const discount = model(`
  <bpmn:startEvent id="start" />
  <bpmn:userTask id="offer" />
  <bpmn:boundaryEvent id="large" attachedToRef="offer">${conditional('=amount &gt; 100')}</bpmn:boundaryEvent>
  <bpmn:userTask id="review" />
  <bpmn:endEvent id="end" />
  ${flows('start>offer>end', 'large>review>end')}`);

const startedBy = (id: string, condition: string) =>
  model(
    `<bpmn:startEvent id="when">${conditional(condition)}</bpmn:startEvent><bpmn:userTask id="${id}_task" />
     <bpmn:endEvent id="end" />${flows(`when>${id}_task>end`)}`,
    { id },
  );

const twoOfThree = model(`
  <bpmn:startEvent id="start" />
  <bpmn:parallelGateway id="split" />
  <bpmn:userTask id="a" /><bpmn:userTask id="b" /><bpmn:userTask id="c" />
  <bpmn:complexGateway id="join">${expression('activationCondition', '=activationCount &gt;= 2')}</bpmn:complexGateway>
  <bpmn:userTask id="after" />
  <bpmn:endEvent id="end" />
  ${flows('start>split', 'split>a>join', 'split>b>join', 'split>c>join', 'join>after>end')}`);

const adHoc = (ordering: string) =>
  model(`
  <bpmn:startEvent id="start" />
  <bpmn:adHocSubProcess id="prepare" name="Prepare" ordering="${ordering}" cancelRemainingInstances="true">
    <bpmn:userTask id="call" /><bpmn:userTask id="visit" />
    ${expression('completionCondition', '=ready = true')}
  </bpmn:adHocSubProcess>
  <bpmn:userTask id="after" />
  <bpmn:endEvent id="end" />
  ${flows('start>prepare>after>end')}`);

eachDatabase('conditions', (open) => {
  let store: Store;
  let t: TestRuntime;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store);
  });
  const begin = async (xml: string, variables = {}) => {
    await t.runtime.deploy({ xml, note: '', actorId: null });
    return (await t.runtime.start({ processId: 'p', variables, actorId: 'ann' })).instanceId;
  };
  const openNodes = async () => {
    const rows = await t.rows<{ node: string }>(
      `select node_id as node from task where status = 'open' order by node_id`,
    );
    return rows.map((row) => row.node);
  };
  const complete = async (nodeId: string, variables: Record<string, boolean> = {}) => {
    const [taskId = ''] = await t.openTasks(nodeId);
    return t.runtime.complete({ taskId, variables, actorId: 'ann', commandId: `done:${taskId}` });
  };
  const tokenAt = async (nodeId: string) => {
    const [row] = await t.rows<{ token: number }>('select token from position where node_id = $1', [nodeId]);
    return row?.token ?? -1;
  };

  test('a condition on a task’s border is caught when a variable makes it true', async () => {
    const instanceId = await begin(discount, { amount: 50 });
    await t.runtime.setVariables({ instanceId, variables: { amount: 90 }, actorId: 'ann' });
    expect(await openNodes()).toEqual(['offer']);
    await t.runtime.setVariables({ instanceId, variables: { amount: 190 }, actorId: 'ann' });
    expect(await openNodes()).toEqual(['review']);
    expect(await t.rows('select node_id from position')).toEqual([{ node_id: 'review' }]);
  });

  test('a complex gateway goes on when enough have come, and once', async () => {
    const instanceId = await begin(twoOfThree);
    await complete('a');
    expect(await openNodes()).toEqual(['b', 'c']);
    await complete('c');
    expect(await openNodes()).toEqual(['after', 'b']);
    await complete('b');
    expect(await openNodes()).toEqual(['after']);
    await complete('after');
    expect(await t.rows('select status from instance where id = $1', [instanceId])).toEqual([{ status: 'completed' }]);
    expect(await t.rows('select * from position')).toEqual([]);
  });

  test('an activity of an ad-hoc subprocess is started again by hand, once for a press', async () => {
    const instanceId = await begin(adHoc('Parallel'), { ready: false });
    expect(await openNodes()).toEqual(['call', 'visit']);
    const token = await tokenAt('prepare');
    const press = { instanceId, token, nodeId: 'call', variables: { n: 1 }, actorId: 'ann', commandId: 'again' };
    const first = await t.runtime.activate(press);
    expect(await t.runtime.activate(press)).toEqual(first);
    expect(await openNodes()).toEqual(['call', 'call', 'visit']);
    expect(await t.openTasks()).toContain(first.nextTasks[0]);
    expect(await t.rows(`select after->>'nodeId' as node from audit where action = 'instance.activate'`)).toEqual([
      { node: 'call' },
    ]);
    await complete('visit', { ready: true });
    expect(await openNodes()).toEqual(['after']);
    await expect(t.runtime.activate({ ...press, commandId: 'late' })).rejects.toMatchObject({ code: 'token-unknown' });
  });

  test('what can not be started there is refused: another place, too early, another token', async () => {
    const instanceId = await begin(adHoc('Sequential'), { ready: false });
    expect(await openNodes()).toEqual(['call']);
    const token = await tokenAt('prepare');
    const press = { instanceId, token, nodeId: 'visit', variables: {}, actorId: 'ann', commandId: 'c1' };
    await expect(t.runtime.activate(press)).rejects.toMatchObject({ code: 'ad-hoc-busy' });
    await expect(t.runtime.activate({ ...press, nodeId: 'after' })).rejects.toMatchObject({ code: 'node-elsewhere' });
    const call = await tokenAt('call');
    await expect(t.runtime.activate({ ...press, token: call })).rejects.toMatchObject({ code: 'not-ad-hoc' });
    expect(await openNodes()).toEqual(['call']);
  });

  test('conditional start events start an instance where their condition is true', async () => {
    for (const [id, condition] of [
      ['big', '=amount &gt; 100'],
      ['small', '=amount &lt;= 100'],
      ['unsure', '=other = 1'],
      ['broken', '=function(x) x'],
    ] as const) {
      await t.runtime.deploy({ xml: startedBy(id, condition), note: '', actorId: null });
    }
    const request = { variables: { amount: 500 }, actorId: 'ann', commandId: 'look' };
    const found = await t.runtime.evaluateConditions(request);
    expect(found.started).toMatchObject([{ processId: 'big', nodeId: 'when' }]);
    expect(found.failed).toMatchObject([{ processId: 'broken', nodeId: 'when' }]);
    expect(await t.runtime.evaluateConditions(request)).toEqual(found);
    expect(await openNodes()).toEqual(['big_task']);
    expect(await t.rows(`select state->'scopes'->0->'vars' as vars from instance`)).toEqual([
      { vars: { amount: 500 } },
    ]);
    await t.runtime.deploy({ xml: startedBy('big', '=amount &gt; 1000'), note: '', actorId: null });
    expect(await t.runtime.evaluateConditions({ variables: { amount: 500 }, actorId: 'ann' })).toMatchObject({
      started: [],
    });
  });
});
