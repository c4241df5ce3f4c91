import { randomBytes } from 'node:crypto';
import { createEvaluator } from '@dealwright/expression';
import { createRuntime, type Runtime } from '@dealwright/runtime';
import { query, type Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { createSecretBox } from '../secrets/createSecretBox.ts';
import { createReceiver, type Delivery } from './createReceiver.ts';
import { createWebhooks, type NewWebhook, type Webhooks } from './createWebhooks.ts';
import { signatureOf } from './signature.ts';

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:bpmn:1"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D" targetNamespace="urn:test">
  <bpmn:message id="Paid" name="paid"><bpmn:extensionElements /></bpmn:message>
  <bpmn:process id="order" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:receiveTask id="wait" messageRef="Paid" />
    <bpmn:userTask id="ship" />
    <bpmn:endEvent id="end" />
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="wait" />
    <bpmn:sequenceFlow id="b" sourceRef="wait" targetRef="ship" />
    <bpmn:sequenceFlow id="c" sourceRef="ship" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`;

const evaluator = createEvaluator();
afterAll(() => evaluator.dispose());

eachDatabase('webhooks', (open) => {
  let store: Store;
  let webhooks: Webhooks;
  let runtime: Runtime;
  let receive: (delivery: Delivery) => Promise<unknown>;
  let now = 0;
  beforeEach(async () => {
    store = await open();
    now = Date.parse('2026-01-05T08:00:00Z');
    let ids = 0;
    const em = () => store.em();
    webhooks = createWebhooks(createSecretBox(Buffer.alloc(32, 1), randomBytes), randomBytes);
    runtime = createRuntime({
      em,
      now: () => now,
      newId: () => `n-${String((ids += 1)).padStart(4, '0')}`,
      assign: () => Promise.resolve({ assigneeId: null, candidates: ['r:manager'] }),
      connectors: {},
      evaluator,
      serverId: 's',
    });
    receive = createReceiver({ em, now: () => now, webhooks, runtime, evaluator });
    await runtime.deploy({ xml, note: '', actorId: null });
  });

  const create = (changes: Partial<NewWebhook> = {}) =>
    webhooks.create(
      store.em(),
      { name: 'Shop', kind: 'start', target: 'order', payload: '', correlation: '', actorId: 'ann', ...changes },
      now,
    );
  const deliver = (hook: { id: string; secret: string }, json: unknown, id = 'd1') => {
    const body = Buffer.from(typeof json === 'string' ? json : JSON.stringify(json));
    const head = { id, timestamp: String(Math.floor(now / 1000)) };
    return receive({ webhookId: hook.id, ...head, signature: signatureOf(hook.secret, head, body), body });
  };
  const instances = async () => {
    const rows = await query<{ vars: unknown }>(
      store.em(),
      `select state->'scopes'->0->'vars' as vars from instance order by id`,
    );
    return rows.map(({ vars }) => vars);
  };

  it('starts a process once for a delivery, however often it is sent, also at once', async () => {
    const hook = await create();
    const body = { order: 'A-1', note: 'a\0b' };
    const answers = await Promise.all([deliver(hook, body), deliver(hook, body), deliver(hook, body)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ delivered: 'started' });
    expect(await instances()).toEqual([{ order: 'A-1', note: 'a\uFFFDb' }]);
    await deliver(hook, body, 'd2');
    expect(await instances()).toHaveLength(2);
    const [row] = await webhooks.list(store.em());
    expect(row?.lastDeliveryAt).toBe('2026-01-05T08:00:00.000Z');
  });

  it('makes the variables by an expression', async () => {
    const hook = await create({ payload: '= {order: body.data.id, big: body.data.total > 100}' });
    await deliver(hook, { data: { id: 'A-2', total: 300 }, rest: 'ignored' });
    expect(await instances()).toEqual([{ order: 'A-2', big: true }]);
    const list = await create({ payload: '{lines: count(body)}' });
    await deliver(list, [1, 2, 3]);
    expect(await instances()).toContainEqual({ lines: 3 });
  });

  it('correlates a message once', async () => {
    const { instanceId } = await runtime.start({ processId: 'order', variables: {}, actorId: null });
    const hook = await create({ kind: 'message', target: 'paid', payload: '{paid: body.amount}' });
    expect(await deliver(hook, { amount: 5 })).toEqual({ delivered: 'correlated', instanceId });
    expect(await deliver(hook, { amount: 5 })).toEqual({ delivered: 'repeated', instanceId });
    const tasks = await query(store.em(), `select node_id from task where status = 'open'`);
    expect(tasks).toEqual([{ node_id: 'ship' }]);
  });

  it('keeps a message with its correlation until somebody waits for it', async () => {
    const hook = await create({ kind: 'message', target: 'paid', correlation: 'body.order' });
    expect(await deliver(hook, { order: 17 })).toMatchObject({ delivered: 'buffered' });
    expect(await query(store.em(), 'select name, correlation from message')).toEqual([
      { name: 'paid', correlation: '17' },
    ]);
    await expect(deliver(hook, { order: null }, 'd2')).rejects.toMatchObject({ code: 'webhook-correlation' });
  });

  it.each<[string, string, unknown, Partial<NewWebhook>]>([
    ['a body that is no JSON', 'webhook-body', '{"a":', {}],
    ['a body that is no object', 'webhook-body', [1], {}],
    ['a payload that is no context', 'webhook-payload', { a: 1 }, { payload: 'body.a' }],
    ['a payload that can’t be evaluated', 'webhook-payload', { a: 1 }, { payload: 'body.(' }],
    ['a process that is not deployed', 'not-found', {}, { target: 'nothing' }],
  ])('refuses %s', async (_, code, body, changes) => {
    const hook = await create(changes);
    await expect(deliver(hook, body)).rejects.toMatchObject({ code });
    expect(await instances()).toEqual([]);
  });

  it('refuses who does not know the secret, before anything is read', async () => {
    const hook = await create();
    await expect(deliver({ ...hook, secret: 'whsec_AAAA' }, '{"a":')).rejects.toMatchObject({
      code: 'webhook-signature',
    });
    await expect(deliver({ ...hook, id: 'guessed' }, {})).rejects.toMatchObject({ code: 'webhook-unknown' });
    await expect(deliver(hook, {}, '')).rejects.toMatchObject({ code: 'webhook-signature' });
    await expect(deliver(hook, {}, 'x'.repeat(201))).rejects.toMatchObject({ code: 'webhook-signature' });
    expect(await instances()).toEqual([]);
  });

  it('a changed secret counts at once, the old one for a day if that is wished', async () => {
    const hook = await create();
    const renewed = { id: hook.id, ...(await webhooks.rotate(store.em(), hook.id, { overlap: true, at: now }))! };
    expect(renewed.secret).not.toBe(hook.secret);
    await deliver(renewed, {}, 'new');
    await deliver(hook, {}, 'old');
    now += 24 * 3_600_000;
    await deliver(renewed, {}, 'new 2');
    await expect(deliver(hook, {}, 'old 2')).rejects.toMatchObject({ code: 'webhook-signature' });
    const last = { id: hook.id, ...(await webhooks.rotate(store.em(), hook.id, { overlap: false, at: now }))! };
    await deliver(last, {}, 'new 3');
    await expect(deliver(renewed, {}, 'old 3')).rejects.toMatchObject({ code: 'webhook-signature' });
    expect(await webhooks.rotate(store.em(), 'unknown', { overlap: true, at: now })).toBeNull();
  });

  it('the secret stands nowhere as it is; what is deleted is unknown', async () => {
    const hook = await create();
    const rows = await query(store.em(), 'select * from webhook');
    expect(JSON.stringify([rows, await webhooks.list(store.em())])).not.toContain(hook.secret.slice(6, 20));
    expect(await webhooks.remove(store.em(), hook.id)).toBe(true);
    expect(await webhooks.remove(store.em(), hook.id)).toBe(false);
    await expect(deliver(hook, {})).rejects.toMatchObject({ code: 'webhook-unknown' });
  });
});
