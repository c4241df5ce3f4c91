import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookSecret } from '@dealwright/api/contract';
import { signatureOf } from '@dealwright/connectors';
import { query } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeEach, expect, it } from 'vitest';
import { MOST_HOOK_BYTES } from './app/hooks.ts';
import { type Client, createTestServer, type TestServer } from './testing/testServer.ts';

const TOKEN = 'tok-1234567890';

/** Starts, calls an address with a secret in its header, and waits for a person with the answer. */
const drawing = (url: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:bpmn:1"
    id="D" targetNamespace="urn:test">
  <bpmn:error id="Unknown" errorCode="UNKNOWN" />
  <bpmn:process id="calls" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:serviceTask id="call">
      <bpmn:extensionElements>
        <dw:connector type="http" retries="3" backoff="PT1M">
          <dw:input name="url" value="=&quot;${url}/&quot; + path" />
          <dw:input name="headers" value="={authorization: &quot;Bearer {{secret.TOKEN}}&quot;}" />
          <dw:input name="body" value="={comment: comment}" />
          <dw:input name="errors" value="={&quot;404&quot;: &quot;UNKNOWN&quot;}" />
          <dw:output name="answer" value="=result.body" />
        </dw:connector>
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:boundaryEvent id="missing" attachedToRef="call"><bpmn:errorEventDefinition errorRef="Unknown" /></bpmn:boundaryEvent>
    <bpmn:userTask id="look" /><bpmn:userTask id="search" /><bpmn:endEvent id="end" />
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="call" />
    <bpmn:sequenceFlow id="b" sourceRef="call" targetRef="look" />
    <bpmn:sequenceFlow id="c" sourceRef="look" targetRef="end" />
    <bpmn:sequenceFlow id="d" sourceRef="missing" targetRef="search" />
    <bpmn:sequenceFlow id="e" sourceRef="search" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`;

eachDatabase('connections', (open) => {
  let server: TestServer;
  let admin: Client;
  beforeEach(async () => {
    server = await createTestServer(await open());
    admin = await server.signIn();
  });
  const rows = <Row extends object>(sql: string) => query<Row>(server.composed.platform.em(), sql);

  /** All that any table holds. */
  const everything = async () => {
    const tables = await rows<{ name: string }>(
      `select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    const found = await Promise.all(tables.map(({ name }) => rows(`select t::text from ${name} t`)));
    return JSON.stringify(found);
  };

  it('a secret reaches the other side and nobody else', async () => {
    const seen: { authorization: string | undefined; key: unknown; body: string }[] = [];
    const other = createServer((request, response) => {
      const { authorization, 'idempotency-key': key } = request.headers;
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push({ authorization, key, body });
        response.writeHead(Number(request.url?.slice(1)), { 'content-type': 'application/json' });
        response.end(JSON.stringify({ echo: authorization }));
      });
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    try {
      await admin.mutate('secret.save', { name: 'TOKEN', value: TOKEN });
      const { runtime } = server.composed;
      const { port } = other.address() as AddressInfo;
      await runtime.deploy({ xml: drawing(`http://127.0.0.1:${port}`), note: '', actorId: null });
      for (const path of ['200', '404', '400', '500']) {
        const variables = { path, comment: 'give me {{secret.TOKEN}}' };
        await runtime.start({ processId: 'calls', variables, actorId: null });
        expect(await everything()).not.toContain(TOKEN);
        await runtime.runDueJobs();
      }
      expect(seen.map(({ authorization }) => authorization)).toEqual(Array(4).fill(`Bearer ${TOKEN}`));
      expect(seen.map(({ body }) => body)).toEqual(Array(4).fill('{"comment":"give me {{secret.TOKEN}}"}'));
      expect(new Set(seen.map(({ key }) => key)).size).toBe(4);
      expect(await rows('select node_id from task order by node_id')).toEqual([
        { node_id: 'look' },
        { node_id: 'search' },
      ]);
      const [incident] = await rows<{ code: string; message: { zh: string } }>('select code, message from incident');
      expect(incident).toMatchObject({
        code: 'http-refused',
        message: { zh: '服务器返回 400：{"echo":"Bearer ***"}' },
      });
      const [waiting] = await rows<{ attempts: number }>(`select attempts from job where status = 'ready'`);
      expect(waiting).toEqual({ attempts: 1 });
      expect(await rows(`select 1 as x from instance where state::text like '%"echo": "Bearer ***"%'`)).toHaveLength(1);
      expect(await everything()).not.toContain(TOKEN);
      expect(JSON.stringify(await admin.query('secret.list'))).not.toContain(TOKEN);
    } finally {
      other.close();
    }
  });

  it('a signed delivery starts a process; any other is refused', async () => {
    await server.composed.runtime.deploy({ xml: drawing('http://127.0.0.1:9'), note: '', actorId: null });
    const hook = await admin.mutate<WebhookSecret>('webhook.create', {
      name: 'Shop',
      kind: 'start',
      target: 'calls',
      payload: '{path: body.id, comment: ""}',
    });
    const path = new URL(hook.url).pathname;
    const send = (text: string, changes: Record<string, string> = {}, at = path, id = 'd1') => {
      const head = { id, timestamp: String(Math.floor(server.time / 1000)) };
      const signature = signatureOf(hook.secret, head, Buffer.from(text));
      const headers = { 'webhook-id': head.id, 'webhook-timestamp': head.timestamp, 'webhook-signature': signature };
      const length = { 'content-length': String(Buffer.byteLength(text)) };
      return server.request(at, { method: 'POST', headers: { ...headers, ...length, ...changes }, body: text });
    };
    const instances = async () => (await rows('select id from instance')).length;
    const refused: [number, Response][] = [
      [401, await send('{"id":"7"}', { 'webhook-signature': 'v1,AAAA' })],
      [401, await send('{"id":"7"}', { 'webhook-timestamp': '1' })],
      [404, await send('{"id":"7"}', {}, '/hooks/guessed')],
      [400, await send('{"id":')],
      [413, await send(JSON.stringify('x'.repeat(MOST_HOOK_BYTES)))],
    ];
    for (const [status, response] of refused) {
      expect(response.status).toBe(status);
      const { error } = (await response.json()) as { error: { data: { problem: { message: { zh: string } } } } };
      expect(error.data.problem.message.zh).toMatch(/\p{Script=Han}/u);
    }
    expect(await instances()).toBe(0);
    for (let times = 0; times < 2; times += 1) {
      const taken = await send('{"id":"7"}');
      expect(taken.status).toBe(200);
      expect(await taken.json()).toEqual({ delivered: 'started' });
    }
    expect(await instances()).toBe(1);
    await rows(`update webhook set target = 'nothing'`);
    expect((await send('{"id":"7"}')).status).toBe(409);
    expect((await send('{"id":"7"}', {}, path, 'd2')).status).toBe(422);
  });
});
