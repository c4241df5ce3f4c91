import { createBus, type Bus } from '@dealwright/api/server';
import { fakeServices, fakeSession, silentLog } from '@dealwright/api/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listen, type Listening } from '../listen.ts';
import { createApp } from './createApp.ts';

let bus: Bus;
let server: Listening;
beforeEach(async () => {
  bus = createBus(() => {});
  const app = createApp({
    services: fakeServices([]),
    bus,
    log: silentLog,
    newId: () => 'request',
    now: () => 0,
    origin: 'http://localhost:3000',
    trustProxy: false,
    webFolder: '/nowhere',
    findSession: (token) => Promise.resolve(token === 'good' ? fakeSession(['rep']) : null),
    receive: () => Promise.reject(new Error('not in this test')),
    readiness: () => Promise.resolve([]),
    metrics: { request: () => {}, text: () => Promise.resolve({ type: 'text/plain', body: '' }) },
    metricsToken: null,
    tracing: null,
  });
  server = await listen(app, '127.0.0.1', 0);
});
afterEach(() => server.stop(0));

const connect = (cookie: string) =>
  fetch(`http://127.0.0.1:${server.port}/trpc/live.changes`, {
    headers: { accept: 'text/event-stream', cookie: `dealwright_session=${cookie}` },
  });

it('tells a signed-in browser of changes, uncompressed and at once, until the server stops', async () => {
  const response = await connect('good');
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(response.headers.get('content-encoding')).toBeNull();
  const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toContain('event: connected');
  bus.publish({ kind: 'deal', dealId: 'd1', processId: 'p1' });
  let text = '';
  while (!text.includes('\n\n')) text += (await reader.read()).value ?? '';
  expect(text).toContain('data: {"kind":"deal","dealId":"d1","processId":"p1"}');
  const cut = reader.read().then(
    ({ done }) => done,
    () => true,
  );
  await server.stop(60_000);
  expect(await cut).toBe(true);
});

it('tells nobody else', async () => {
  const text = await (await connect('foreign')).text();
  expect(text).toContain('not-signed-in');
});
