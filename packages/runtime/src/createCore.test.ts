import { createEvaluator } from '@dealwright/expression';
import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { flows, model } from './testing/model.ts';
import { openRuntime, type TestRuntime } from './testing/openRuntime.ts';

const guarded = model(`
    <bpmn:startEvent id="start" />
    <bpmn:userTask id="ask" name="Ask" />
    <bpmn:scriptTask id="count" name="Count" scriptFormat="javascript">
      <bpmn:script>return { sum: a + 1 }</bpmn:script>
    </bpmn:scriptTask>
    <bpmn:userTask id="next" name="Next" />
    <bpmn:endEvent id="end" />
    ${flows('start>ask>count>next>end')}`);

eachDatabase('transactions', (open) => {
  let store: Store;
  let t: TestRuntime;
  const real = createEvaluator();
  let during: () => Promise<unknown> = async () => undefined;
  afterAll(() => real.dispose());
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    const work: typeof real.work = async (pending, memory) => {
      await during();
      await real.work(pending, memory);
    };
    t = await openRuntime(store, { evaluator: { ...real, work } });
    await t.runtime.deploy({ xml: guarded, note: '', actorId: null });
  });

  test('a script held the instance locked, and on one connection everybody, while it was evaluated', async () => {
    await t.runtime.start({ processId: 'p', variables: { a: 1 }, actorId: 'ann' });
    const [taskId = ''] = await t.openTasks('ask');
    const locked: unknown[] = [];
    // through another connection, or the only one: both would wait for a transaction that waits for this
    during = async () => locked.push(await t.rows('select id from instance for update nowait'));
    await t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: 'c' });
    expect(locked).toHaveLength(1);
    expect(await t.openTasks('next')).toHaveLength(1);
    expect(await t.rows(`select state->'scopes'->0->'vars'->'sum' as sum from instance`)).toEqual([{ sum: 2 }]);
  });

  test('what changed while a script was evaluated is what the step is made of', async () => {
    const { instanceId } = await t.runtime.start({ processId: 'p', variables: { a: 1 }, actorId: 'ann' });
    const [taskId = ''] = await t.openTasks('ask');
    let changed = false;
    during = async () => {
      if (changed) return;
      changed = true;
      await t.runtime.setVariables({ instanceId, variables: { a: 10 }, actorId: 'bob' });
    };
    await t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: 'c' });
    expect(await t.rows(`select state->'scopes'->0->'vars'->'sum' as sum from instance`)).toEqual([{ sum: 11 }]);
  });

  test('a version with a FEEL syntax error was deployed by everybody but the designer', async () => {
    const xml = model(`
      <bpmn:startEvent id="start" />
      <bpmn:exclusiveGateway id="which" default="which_end" />
      <bpmn:userTask id="ask" name="Ask" />
      <bpmn:endEvent id="end" />
      ${flows('start>which>end', 'ask>end')}
      <bpmn:sequenceFlow id="bad" sourceRef="which" targetRef="ask">
        <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">= amount &gt; (</bpmn:conditionExpression>
      </bpmn:sequenceFlow>`);
    await expect(t.runtime.deploy({ xml, note: '', actorId: null })).rejects.toMatchObject({ code: 'model-refused' });
  });
});
