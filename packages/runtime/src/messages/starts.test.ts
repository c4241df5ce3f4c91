import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { expression, flows, model } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const message = (id: string) => `<bpmn:messageEventDefinition id="on_${id}" messageRef="${id}" />`;
const signal = '<bpmn:signalEventDefinition id="on_signal" signalRef="s" />';
const hour = `<bpmn:timerEventDefinition id="on_timer">${expression('timeDuration', 'PT1H')}</bpmn:timerEventDefinition>`;
const definitions = `<bpmn:message id="a" name="a" /><bpmn:message id="b" name="b" /><bpmn:signal id="s" name="s" />`;
const file = (elements: string) => model(elements, { definitions });

const catchesBoth = file(`
  <bpmn:startEvent id="start" />
  <bpmn:intermediateCatchEvent id="both" parallelMultiple="true">${message('a')}${message('b')}</bpmn:intermediateCatchEvent>
  <bpmn:userTask id="after" /><bpmn:endEvent id="end" />${flows('start>both>after>end')}`);

const startsBy = (events: string, parallel: boolean) =>
  file(`<bpmn:startEvent id="begin" parallelMultiple="${parallel}">${events}</bpmn:startEvent>
    <bpmn:userTask id="work" /><bpmn:endEvent id="end" />${flows('begin>work>end')}`);

const behindGateway = (type: string) =>
  file(`<bpmn:eventBasedGateway id="gate" instantiate="true" eventGatewayType="${type}" />
    <bpmn:intermediateCatchEvent id="by_message">${message('a')}</bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="by_signal">${signal}</bpmn:intermediateCatchEvent>
    <bpmn:parallelGateway id="join" />
    <bpmn:userTask id="m" /><bpmn:userTask id="s_task" /><bpmn:endEvent id="end" />
    ${flows('gate>by_message>m>end', 'gate>by_signal>s_task>end')}`).replace('<bpmn:parallelGateway id="join" />', '');

eachDatabase('starts', (open) => {
  let store: Store;
  let t: TestRuntime;
  let sent = 0;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store);
  });
  const deploy = (xml: string) => t.runtime.deploy({ xml, note: '', actorId: null });
  const send = (name: string, payload = {}) =>
    t.runtime.publish({ messageId: `m${++sent}`, name, correlation: null, payload, actorId: 'ann' });
  const broadcast = () => t.runtime.broadcast({ name: 's', payload: {}, actorId: 'ann' });
  const openNodes = async () => {
    const rows = await t.rows<{ node: string }>(
      `select node_id as node from task where status = 'open' order by node_id`,
    );
    return rows.map((row) => row.node);
  };
  const instances = () => t.rows('select count(*) as n from instance');

  test('a parallel multiple event waits for both messages, in any order', async () => {
    await deploy(catchesBoth);
    await t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann' });
    expect(await send('b', { b: 1 })).toMatchObject({ delivered: 'correlated' });
    expect(await openNodes()).toEqual([]);
    expect(await send('b')).toMatchObject({ delivered: 'buffered' });
    expect(await send('a', { a: 1 })).toMatchObject({ delivered: 'correlated' });
    expect(await openNodes()).toEqual(['after']);
    expect(await t.rows('select * from subscription')).toEqual([]);
  });

  test('any of several triggers of a start event starts an instance, each by itself', async () => {
    await deploy(startsBy(message('a') + message('b') + signal, false));
    expect(await send('b')).toMatchObject({ delivered: 'started' });
    expect(await send('a')).toMatchObject({ delivered: 'started' });
    expect(await broadcast()).toEqual({ delivered: 1 });
    expect(await openNodes()).toEqual(['work', 'work', 'work']);
  });

  test('where all triggers are needed, the second goes to the instance that the first has started', async () => {
    await deploy(startsBy(message('a') + message('b'), true));
    expect(await send('b')).toMatchObject({ delivered: 'started' });
    expect(await openNodes()).toEqual([]);
    expect(await send('b')).toMatchObject({ delivered: 'started' });
    expect(await send('a')).toMatchObject({ delivered: 'correlated' });
    expect(await openNodes()).toEqual(['work']);
    expect(await send('a')).toMatchObject({ delivered: 'correlated' });
    expect(await openNodes()).toEqual(['work', 'work']);
    expect(await instances()).toEqual([{ n: 2 }]);
  });

  test('also a signal, and a time', async () => {
    await deploy(startsBy(message('a') + signal + hour, true));
    await send('a');
    expect(await broadcast()).toEqual({ delivered: 1 });
    expect(await openNodes()).toEqual([]);
    t.clock += 3_600_000;
    await t.runtime.runDueJobs();
    expect(await openNodes()).toEqual(['work']);
    expect(await instances()).toEqual([{ n: 1 }]);
    expect(await broadcast()).toEqual({ delivered: 1 });
    expect(await instances()).toEqual([{ n: 2 }]);
  });

  test('an event-based gateway that instantiates: the first event starts an instance, the other another', async () => {
    await deploy(behindGateway('Exclusive'));
    expect(await send('a', { n: 1 })).toMatchObject({ delivered: 'started' });
    expect(await openNodes()).toEqual(['m']);
    await broadcast();
    expect(await openNodes()).toEqual(['m', 's_task']);
    expect(await instances()).toEqual([{ n: 2 }]);
  });

  test('one that needs all of its events: the others are waited for by the same instance', async () => {
    await deploy(behindGateway('Parallel'));
    await broadcast();
    expect(await openNodes()).toEqual(['s_task']);
    expect(await send('a')).toMatchObject({ delivered: 'correlated' });
    expect(await openNodes()).toEqual(['m', 's_task']);
    await send('a');
    expect(await broadcast()).toEqual({ delivered: 1 });
    expect(await instances()).toEqual([{ n: 2 }]);
  });

  test('a timer behind an instantiating gateway starts an instance once', async () => {
    await deploy(behindGateway('Exclusive').replace(signal, hour));
    t.clock += 3_600_000;
    await t.runtime.runDueJobs();
    await t.runtime.runDueJobs();
    expect(await openNodes()).toEqual(['s_task']);
  });

  test('a receive task that instantiates', async () => {
    await deploy(
      file(`<bpmn:receiveTask id="first" instantiate="true" messageRef="a" /><bpmn:userTask id="work" />
        <bpmn:endEvent id="end" />${flows('first>work>end')}`),
    );
    expect(await send('a')).toMatchObject({ delivered: 'started' });
    expect(await openNodes()).toEqual(['work']);
  });
});
