import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { flows, model } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const definitions = `<bpmn:message id="M" name="reply" /><bpmn:message id="B" name="begin" /><bpmn:signal id="S" name="alarm" />`;
const waiting = model(
  `
    <bpmn:startEvent id="start" />
    <bpmn:intermediateCatchEvent id="catch">
      <bpmn:extensionElements><dw:correlation key="=order" /></bpmn:extensionElements>
      <bpmn:messageEventDefinition messageRef="M" />
    </bpmn:intermediateCatchEvent>
    <bpmn:userTask id="after" />
    <bpmn:endEvent id="end" />
    ${flows('start>catch>after>end')}`,
  { id: 'waiting', definitions },
);
const byMessage = model(
  `
    <bpmn:startEvent id="start"><bpmn:messageEventDefinition messageRef="B" /></bpmn:startEvent>
    <bpmn:userTask id="begun" />
    <bpmn:endEvent id="end" />
    ${flows('start>begun>end')}`,
  { id: 'byMessage', definitions },
);
const alarmed = model(
  `
    <bpmn:startEvent id="start" />
    <bpmn:intermediateCatchEvent id="catch"><bpmn:signalEventDefinition signalRef="S" /></bpmn:intermediateCatchEvent>
    <bpmn:userTask id="warned" />
    <bpmn:endEvent id="end" />
    ${flows('start>catch>warned>end')}`,
  { id: 'alarmed', definitions },
);
const alarmStart = model(
  `
    <bpmn:startEvent id="start"><bpmn:signalEventDefinition signalRef="S" /></bpmn:startEvent>
    <bpmn:userTask id="started" />
    <bpmn:endEvent id="end" />
    ${flows('start>started>end')}`,
  { id: 'alarmStart', definitions },
);
const thrower = model(
  `
    <bpmn:startEvent id="start" />
    <bpmn:intermediateThrowEvent id="sound"><bpmn:signalEventDefinition signalRef="S" /></bpmn:intermediateThrowEvent>
    <bpmn:intermediateThrowEvent id="tell">
      <bpmn:extensionElements><dw:correlation key="=order" /></bpmn:extensionElements>
      <bpmn:messageEventDefinition messageRef="M" />
    </bpmn:intermediateThrowEvent>
    <bpmn:endEvent id="end" />
    ${flows('start>sound>tell>end')}`,
  { id: 'thrower', definitions },
);

eachDatabase('messages', (open) => {
  let store: Store;
  let t: TestRuntime;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store);
    for (const xml of [waiting, byMessage, alarmed, alarmStart, thrower]) {
      await t.runtime.deploy({ xml, note: '', actorId: null });
    }
  });
  const begin = (processId: string, variables = {}) => t.runtime.start({ processId, variables, actorId: 'ann' });
  const reply = (messageId: string, correlation: string | null = '7') =>
    t.runtime.publish({ messageId, name: 'reply', correlation, payload: { from: messageId }, actorId: null });
  const openNodes = async () => {
    const rows = await t.rows<{ node_id: string }>(`select node_id from task where status = 'open' order by node_id`);
    return rows.map((row) => row.node_id);
  };

  test('a message reaches the one who waits for its correlation, once', async () => {
    await begin('waiting', { order: 6 });
    const { instanceId } = await begin('waiting', { order: 7 });
    expect(await reply('m1')).toEqual({ delivered: 'correlated', instanceId });
    expect(await reply('m1')).toEqual({ delivered: 'repeated', instanceId });
    expect(await t.rows('select instance_id from task')).toEqual([{ instance_id: instanceId }]);
    expect(await t.rows(`select state->'scopes'->0->'vars' as vars from instance where id = $1`, [instanceId])).toEqual(
      [{ vars: { order: 7, from: 'm1' } }],
    );
  });

  test('of two who wait alike, each gets one of two messages that come at once', async () => {
    await begin('waiting', { order: 7 });
    await begin('waiting', { order: 7 });
    const all = await Promise.all([reply('m1'), reply('m2')]);
    expect(all.map((one) => one.delivered)).toEqual(['correlated', 'correlated']);
    expect(new Set(all.map((one) => one.instanceId)).size).toBe(2);
  });

  test('one message ten times at once is delivered once', async () => {
    await begin('waiting', { order: 7 });
    const all = await Promise.all(Array.from({ length: 10 }, () => reply('m1')));
    expect(all.filter((one) => one.delivered === 'correlated')).toHaveLength(1);
    expect(all.filter((one) => one.delivered === 'repeated')).toHaveLength(9);
  });

  test('a message without correlation does not reach who waits for one', async () => {
    await begin('waiting', { order: 7 });
    expect(await reply('m1', null)).toEqual({ delivered: 'buffered', instanceId: null });
    expect(await openNodes()).toEqual([]);
  });

  test('a message that comes too early is kept, and lost when it expires', async () => {
    expect(await reply('early')).toEqual({ delivered: 'buffered', instanceId: null });
    expect(await reply('early')).toEqual({ delivered: 'repeated', instanceId: null });
    await begin('waiting', { order: 7 });
    expect(await openNodes()).toEqual(['after']);
    expect(await t.rows('select id from message')).toEqual([]);

    await reply('old');
    t.clock += 86_400_000;
    await t.runtime.runDueJobs();
    expect(await t.rows('select id from message')).toEqual([]);
    await begin('waiting', { order: 7 });
    expect(await openNodes()).toEqual(['after']);
  });

  test('how long it is kept can be said for each', async () => {
    const send = (messageId: string, keptFor: string) =>
      t.runtime.publish({ messageId, name: 'reply', correlation: messageId, payload: {}, actorId: null, keptFor });
    for (const [id, keptFor] of [
      ['hour', 'PT1H'],
      ['week', 'P7D'],
      ['none', 'PT0S'],
    ] as const)
      await send(id, keptFor);
    await begin('waiting', { order: 'none' });
    expect(await openNodes()).toEqual([]);
    t.clock += 3_600_000;
    await begin('waiting', { order: 'hour' });
    expect(await openNodes()).toEqual([]);
    t.clock += 6 * 86_400_000;
    await begin('waiting', { order: 'week' });
    expect(await openNodes()).toEqual(['after']);
    await t.runtime.runDueJobs();
    expect(await t.rows('select id from message')).toEqual([]);
    await expect(send('x', 'an hour')).rejects.toMatchObject({ code: 'message-kept-for' });
    await expect(send('x', '-PT1H')).rejects.toMatchObject({ code: 'message-kept-for' });
  });

  test('sent again after it was given to somebody, through two servers at once, it does nothing', async () => {
    const other = await openRuntime(store, { serverId: 's2' });
    await reply('m1');
    const { instanceId } = await begin('waiting', { order: 7 });
    await begin('waiting', { order: 7 });
    const again = { messageId: 'm1', name: 'reply', correlation: '7', payload: {}, actorId: null };
    const answers = await Promise.all(
      [t.runtime, other.runtime, t.runtime, other.runtime].map((runtime) => runtime.publish(again)),
    );
    expect(answers.map((one) => one.delivered)).toEqual(['repeated', 'repeated', 'repeated', 'repeated']);
    expect(await t.rows('select instance_id from task')).toEqual([{ instance_id: instanceId }]);
    expect(await t.rows('select id from message')).toEqual([]);
  });

  test('what is kept goes to one, though servers begin to wait and send it again at the same time', async () => {
    const other = await openRuntime(store, { serverId: 's2' });
    for (let round = 0; round < 5; round++) {
      const order = `o${round}`;
      const send = (runtime: TestRuntime['runtime']) =>
        runtime.publish({ messageId: order, name: 'reply', correlation: order, payload: {}, actorId: null });
      const wait = (runtime: TestRuntime['runtime']) =>
        runtime.start({ processId: 'waiting', variables: { order }, actorId: 'ann' });
      await Promise.all([send(t.runtime), send(other.runtime), wait(t.runtime), wait(other.runtime), wait(t.runtime)]);
    }
    expect(await openNodes()).toEqual(Array.from({ length: 5 }, () => 'after'));
    expect(await t.rows(`select count(*) as n from subscription`)).toEqual([{ n: 10 }]);
    expect(await t.rows('select id from message')).toEqual([]);
    expect([...t.errors, ...other.errors]).toEqual([]);
  });

  test('one that comes while somebody begins to wait is never missed', async () => {
    const all = Array.from({ length: 8 }, (_, i) => i);
    await Promise.all(all.flatMap((i) => [begin('waiting', { order: i }), reply(`m${i}`, String(i))]));
    expect(await openNodes()).toEqual(all.map(() => 'after'));
  });

  test('the same message twice at once, with two who wait, reaches one', async () => {
    const a = await begin('waiting', { order: 7 });
    await begin('waiting', { order: 7 });
    const all = await Promise.all([reply('m1'), reply('m1')]);
    expect(all.map((one) => one.delivered).toSorted()).toEqual(['correlated', 'repeated']);
    expect(all.map((one) => one.instanceId)).toEqual([a.instanceId, a.instanceId]);
    expect(await openNodes()).toEqual(['after']);
  });

  test('a message starts an instance of the newest version', async () => {
    const renamed = byMessage.replaceAll('begun', 'begunAnew');
    await t.runtime.deploy({ xml: renamed, note: '', actorId: null });
    const message = { messageId: 'b1', name: 'begin', correlation: null, payload: { lead: 'x' }, actorId: null };
    const first = await t.runtime.publish(message);
    expect(first.delivered).toBe('started');
    expect(await t.runtime.publish(message)).toEqual({ delivered: 'repeated', instanceId: first.instanceId });
    expect(await openNodes()).toEqual(['begunAnew']);
  });

  test('a signal reaches everyone who waits and starts who starts by it', async () => {
    await begin('alarmed');
    await begin('alarmed');
    expect(await t.runtime.broadcast({ name: 'alarm', payload: { loud: true }, actorId: 'ann' })).toEqual({
      delivered: 3,
    });
    expect(await openNodes()).toEqual(['started', 'warned', 'warned']);
    expect(await t.runtime.broadcast({ name: 'silence', payload: {}, actorId: 'ann' })).toEqual({ delivered: 0 });
    expect(await t.rows('select id from job')).toEqual([]);
  });

  test('what an instance throws arrives in the others', async () => {
    await begin('alarmed');
    await begin('waiting', { order: 7 });
    await begin('thrower', { order: 7 });
    expect(await openNodes()).toEqual(['after', 'started', 'warned']);
    expect(await t.rows('select id from job')).toEqual([]);
    expect(t.errors).toEqual([]);
  });

  test('what was thrown is not lost when the server dies before delivering it', async () => {
    await begin('alarmed');
    const dying = await openRuntime(store, {
      serverId: 's9',
      // the process ends between the commit and what follows from it
      onChange: () => {
        throw new Error('killed');
      },
    });
    await expect(
      dying.runtime.start({ processId: 'thrower', variables: { order: 7 }, actorId: 'ann' }),
    ).rejects.toThrow('killed');
    expect(await openNodes()).toEqual([]);
    await t.runtime.runDueJobs();
    expect(await openNodes()).toEqual(['started', 'warned']);
    expect(await t.rows('select correlation from message')).toEqual([{ correlation: '7' }]);
  });
});
