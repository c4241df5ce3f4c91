import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { flows, model, processes } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const calling = (binding: string) => `
  <bpmn:startEvent id="start" /><bpmn:callActivity id="call" calledElement="called" ${binding} />
  <bpmn:userTask id="back" /><bpmn:endEvent id="end" />${flows('start>call>back>end')}`;
const called = (task: string) =>
  `<bpmn:startEvent id="begin" /><bpmn:userTask id="${task}" /><bpmn:endEvent id="over" />${flows(`begin>${task}>over`)}`;

eachDatabase('which version a call means', (open) => {
  let store: Store;
  let t: TestRuntime;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store);
  });
  const deploy = async (xml: string) => t.runtime.deploy({ xml, note: '', actorId: null });
  const openNodes = async () => {
    const rows = await t.rows<{ node: string }>(
      `select node_id as node from task where status = 'open' order by node_id`,
    );
    return rows.map((row) => row.node);
  };
  const begin = () => t.runtime.start({ processId: 'caller', variables: {}, actorId: 'ann' });

  test('the latest, without any word', async () => {
    await deploy(processes({ caller: calling(''), called: called('first') }));
    await deploy(model(called('second'), { id: 'called' }));
    await begin();
    expect(await openNodes()).toEqual(['second']);
  });

  test('the one from the same file, whatever has been deployed since', async () => {
    await deploy(processes({ caller: calling('dw:binding="deployment"'), called: called('first') }));
    await deploy(model(called('second'), { id: 'called' }));
    await begin();
    expect(await openNodes()).toEqual(['first']);
  });

  test('that of its number', async () => {
    await deploy(model(called('first'), { id: 'called' }));
    await deploy(model(called('second'), { id: 'called' }));
    await deploy(model(calling('dw:binding="version" dw:version="1"'), { id: 'caller' }));
    await begin();
    expect(await openNodes()).toEqual(['first']);
  });

  test.each([
    ['dw:binding="version" dw:version="7"', 'called-version-missing'],
    ['dw:binding="deployment"', 'called-process-not-beside'],
  ])('%s that is not there is told at once, at the call', async (binding, code) => {
    await deploy(model(called('first'), { id: 'called' }));
    await deploy(model(calling(binding), { id: 'caller' }));
    await begin();
    expect(await t.rows('select code, node_id from incident')).toEqual([{ code, node_id: 'call' }]);
    expect(await openNodes()).toEqual([]);
  });
});
