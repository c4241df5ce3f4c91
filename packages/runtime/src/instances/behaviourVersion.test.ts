import type { State } from '@dealwright/engine';
import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { flows, model } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

/** Under the first rules, `loose` does not begin with its subprocess, which has a start event; since the second it does. */
const loose = model(`
  <bpmn:startEvent id="start" />
  <bpmn:userTask id="first" />
  <bpmn:subProcess id="sub">
    <bpmn:startEvent id="inner" /><bpmn:userTask id="drawn" /><bpmn:userTask id="loose" />${flows('inner>drawn')}
  </bpmn:subProcess>
  <bpmn:endEvent id="end" />
  ${flows('start>first>sub>end')}`);

eachDatabase('rules of an earlier release', (open) => {
  let store: Store;
  let t: TestRuntime;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store);
    await t.runtime.deploy({ xml: loose, note: '', actorId: null });
  });
  const begin = async () => (await t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann' })).instanceId;
  const openNodes = async () => {
    const rows = await t.rows<{ node: string }>(
      `select node_id as node from task where status = 'open' order by node_id`,
    );
    return rows.map((row) => row.node);
  };
  const complete = async (nodeId: string) => {
    const [taskId = ''] = await t.openTasks(nodeId);
    await t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: `done:${taskId}` });
  };

  test('an instance that was stored under the first rules goes on under them to its end', async () => {
    const instanceId = await begin();
    await t.rows(`update instance set state = jsonb_set(state, '{v}', '1') where id = $1`, [instanceId]);
    await complete('first');
    expect(await openNodes()).toEqual(['drawn']);
    const [row] = await t.rows<{ state: State }>('select state from instance');
    expect(row?.state.v).toBe(1);
    await complete('drawn');
    expect(await t.rows('select status from instance')).toEqual([{ status: 'completed' }]);
  });

  test('one that starts now takes the rules of now', async () => {
    await begin();
    await complete('first');
    expect(await openNodes()).toEqual(['drawn', 'loose']);
  });
});
