import type { JsonObject } from '@dealwright/engine';
import { AttemptFailed, BpmnError, JobFault } from '@dealwright/runtime';
import { afterEach, expect, it } from 'vitest';
import { type Seen, startHttpServer, startRawServer, type TestServer } from '../testing/startServer.ts';
import { createAddressGuard } from './createAddressGuard.ts';
import { createHttpConnector } from './createHttpConnector.ts';

const open: TestServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
async function serving(server: Promise<TestServer>): Promise<TestServer> {
  open.push(await server);
  return server;
}

const guard = createAddressGuard({ allowed: ['127.0.0.1'] });
const NOW = Date.parse('2026-01-05T08:00:00Z');

function run(input: JsonObject, options: Partial<Parameters<typeof createHttpConnector>[0]> = {}) {
  const connector = createHttpConnector({ guard, now: () => NOW, mostBytes: 1000, ...options });
  return connector({ idempotencyKey: 'i:7', instanceId: 'i', input }, (text) => text.replaceAll('hush-hush', '***'));
}

/** What a run throws. */
async function thrown(input: JsonObject, options: Partial<Parameters<typeof createHttpConnector>[0]> = {}) {
  return run(input, options).then(
    (result) => expect.fail(`it answered ${JSON.stringify(result)}`),
    (error: unknown) => error as JobFault | AttemptFailed | BpmnError,
  );
}

/** A server that answers every request alike and keeps what it has seen. */
async function answering(status: number, headers: Record<string, string>, body: string) {
  const seen: Seen[] = [];
  const server = await serving(
    startHttpServer((request, response) => {
      seen.push(request);
      response.writeHead(status, headers).end(body);
    }),
  );
  return { ...server, seen };
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

it('sends JSON with the job’s id as idempotency key, and answers what came back', async () => {
  const server = await answering(201, { ...JSON_TYPE, 'set-cookie': 'a=b', 'x-trace': '1' }, '{"id": 42}');
  const result = await run({
    url: `${server.url}/orders?v=1`,
    query: { q: '中 文', n: 5, none: null },
    headers: { 'X-Source': 'dealwright' },
    body: { amount: 12.5, note: '你好' },
  });
  expect(result).toMatchObject({ status: 201, body: { id: 42 }, headers: { 'x-trace': '1' } });
  expect(result['headers']).not.toHaveProperty('set-cookie');
  const [request] = server.seen;
  expect(request).toMatchObject({ method: 'POST', headers: { 'idempotency-key': 'i:7', 'x-source': 'dealwright' } });
  expect(request?.headers['content-type']).toBe('application/json');
  expect(new URL(request?.path ?? '', server.url).searchParams.get('q')).toBe('中 文');
  expect(request?.path).toMatch(/^\/orders\?v=1&q=[^&]+&n=5$/);
  expect(JSON.parse(request?.body ?? '')).toEqual({ amount: 12.5, note: '你好' });
});

it('reads with GET, sends a text as it is, and takes a missing variable for none', async () => {
  const server = await answering(200, { 'content-type': 'text/plain' }, 'plain \0 text');
  expect(await run({ url: server.url, headers: null, body: null, method: null, timeout: null })).toMatchObject({
    body: 'plain \uFFFD text',
  });
  await run({ url: server.url, method: 'put', body: '<a/>', headers: { 'content-type': 'application/xml' } });
  expect(server.seen).toMatchObject([
    { method: 'GET', body: '' },
    { method: 'PUT', body: '<a/>', headers: { 'content-type': 'application/xml' } },
  ]);
});

it.each<[string, JsonObject]>([
  ['url', { url: 'file:///etc/passwd' }],
  ['url', { url: 'orders' }],
  ['url', {}],
  ['method', { url: 'http://x.example', method: 'CONNECT' }],
  ['headers', { url: 'http://x.example', headers: { host: 'y.example' } }],
  ['headers', { url: 'http://x.example', headers: { a: 'b\r\nc: d' } }],
  ['headers', { url: 'http://x.example', headers: { 'a b': 'c' } }],
  ['timeout', { url: 'http://x.example', timeout: 3600 }],
  ['errors', { url: 'http://x.example', errors: { '200': 'FINE' } }],
  ['adress', { url: 'http://x.example', adress: 'http://y.example' }],
])('a wrong %s is a fault that names it: %j', async (name, input) => {
  const error = await thrown(input);
  expect(error).toBeInstanceOf(JobFault);
  expect(error).toMatchObject({ code: 'connector-input' });
  expect((error as JobFault).text.en).toContain(`"${name}"`);
  expect((error as JobFault).text.zh).toContain(`“${name}”`);
});

it.each([
  [500, AttemptFailed],
  [503, AttemptFailed],
  [429, AttemptFailed],
  [408, AttemptFailed],
  [400, JobFault],
  [404, JobFault],
  [304, JobFault],
])('%i is tried again only where that may help', async (status, type) => {
  const server = await answering(status, {}, status === 304 ? '' : 'because  of\n hush-hush reasons');
  const error = await thrown({ url: server.url });
  expect(error).toBeInstanceOf(type);
  expect(error.message).toContain(String(status));
  if (status !== 304) expect(error.message).toContain('because of *** reasons');
});

it('cuts a long answer after secrets are blacked out, so that no half of one is left', async () => {
  const server = await answering(400, {}, `${'x'.repeat(296)}hush-hush and more`);
  expect((await thrown({ url: server.url })).message).not.toContain('hush');
});

it.each([
  ['7', 7000],
  ['Mon, 05 Jan 2026 08:01:00 GMT', 60_000],
  ['Mon, 05 Jan 2026 07:00:00 GMT', 0],
  ['later', null],
])('Retry-After %s', async (header, afterMs) => {
  const server = await answering(503, { 'retry-after': header }, '');
  expect(await thrown({ url: server.url })).toMatchObject({ afterMs });
});

it('an error that the drawing names is its own affair, the exact status before the class', async () => {
  const errors = { '4xx': 'REFUSED', '404': 'UNKNOWN', '503': 'CLOSED' };
  const code = async (status: number) => thrown({ url: (await answering(status, {}, '')).url, errors });
  expect(await code(404)).toBeInstanceOf(BpmnError);
  expect(await code(404)).toMatchObject({ code: 'UNKNOWN' });
  expect(await code(422)).toMatchObject({ code: 'REFUSED' });
  expect(await code(503)).toMatchObject({ code: 'CLOSED' });
  expect(await code(500)).toBeInstanceOf(AttemptFailed);
});

it.each<[string, Parameters<typeof startRawServer>[0]]>([
  ['says nothing', () => {}],
  ['stops within its head', (socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-')],
  ['stops within its body', (socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf')],
])('a server that %s is given up', async (_, talk) => {
  const server = await serving(startRawServer(talk));
  expect(await thrown({ url: server.url, timeout: 0.2 })).toMatchObject({
    name: 'AttemptFailed',
    code: 'http-timeout',
  });
});

it('a server that sends byte after byte is given up when its time is over', async () => {
  const server = await serving(
    startRawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n');
      const drip = setInterval(() => socket.write('.'), 20);
      socket.on('close', () => clearInterval(drip));
    }),
  );
  expect(await thrown({ url: server.url, timeout: 0.3 })).toMatchObject({ code: 'http-timeout' });
});

it.each<[string, string, string]>([
  ['promises more than it sends', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf', 'http-unreachable'],
  ['sends more than it promised', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhalfHTTP/1.1 200 OK\r\n\r\nwhole', ''],
  ['is no HTTP server', 'SSH-2.0-OpenSSH\r\n', 'http-unreachable'],
  ['hangs up', '', 'http-unreachable'],
])('a server that %s', async (_, text, code) => {
  const server = await serving(startRawServer((socket) => void socket.once('data', () => socket.end(text))));
  if (code === '') expect(await run({ url: server.url })).toMatchObject({ body: 'half' });
  else expect(await thrown({ url: server.url })).toMatchObject({ name: 'AttemptFailed', code });
});

it.each([
  ['says so', { 'content-length': '1001' }],
  ['does not', { 'transfer-encoding': 'chunked' }],
])('an answer beyond the limit is not read, whether it %s', async (_, headers) => {
  const server = await answering(200, headers, 'x'.repeat(1001));
  expect(await thrown({ url: server.url })).toMatchObject({ name: 'JobFault', code: 'http-answer-too-large' });
  const small = await answering(200, {}, 'x'.repeat(1000));
  expect(await run({ url: small.url })).toMatchObject({ status: 200 });
});

it('an answer that only says that it is JSON is a fault', async () => {
  const server = await answering(200, JSON_TYPE, '<html>');
  expect(await thrown({ url: server.url })).toMatchObject({ name: 'JobFault', code: 'http-answer-not-json' });
  const none = await answering(204, JSON_TYPE, '');
  expect(await run({ url: none.url })).toMatchObject({ status: 204, body: null });
});

it('nobody there, no such name: tried again', async () => {
  const server = await startRawServer(() => {});
  await server.close();
  expect(await thrown({ url: server.url })).toMatchObject({ name: 'AttemptFailed', code: 'http-unreachable' });
  const lost = createAddressGuard({ allowed: [], resolve: () => Promise.reject(new Error('ENOTFOUND')) });
  expect(await thrown({ url: 'http://nowhere.example' }, { guard: lost })).toMatchObject({ code: 'http-unreachable' });
});

it('a resolver that hangs is given up as well', async () => {
  const hanging = createAddressGuard({ allowed: [], resolve: () => new Promise(() => {}) });
  const error = await thrown({ url: 'http://slow.example', timeout: 0.1 }, { guard: hanging });
  expect(error).toMatchObject({ code: 'http-timeout' });
});

it('the inner network is closed: by address, in any spelling, by name, by redirect', async () => {
  const inner = await answering(200, {}, 'secret');
  const closed = createAddressGuard({ allowed: [], resolve: () => Promise.resolve(['127.0.0.1']) });
  for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', 'inner.example']) {
    const error = await thrown({ url: `http://${host}:${inner.port}/` }, { guard: closed });
    expect(error).toMatchObject({ name: 'JobFault', code: 'http-address-refused' });
  }
  const outer = await answering(302, { location: `http://[::1]:${inner.port}/` }, '');
  expect(await thrown({ url: outer.url })).toMatchObject({ code: 'http-address-refused' });
  expect(inner.seen).toEqual([]);
});

it('connects to the address that was checked, whatever the name says later', async () => {
  const asked: string[] = [];
  const server = await answering(200, {}, 'reached');
  const once = createAddressGuard({
    allowed: ['rebinding.example'],
    resolve: (host) => Promise.resolve(asked.push(host) === 1 ? ['127.0.0.1'] : ['10.0.0.1']),
  });
  expect(await run({ url: `http://rebinding.example:${server.port}/` }, { guard: once })).toMatchObject({
    body: 'reached',
  });
  expect(asked).toEqual(['rebinding.example']);
  expect(server.seen[0]?.headers.host).toBe(`rebinding.example:${server.port}`);
});

it('each redirect is asked for anew', async () => {
  const server = await answering(302, { location: '/next' }, '');
  const asked: string[] = [];
  const second = createAddressGuard({
    allowed: ['127.0.0.1'],
    resolve: (host) => Promise.resolve(asked.push(host) === 1 ? ['127.0.0.1'] : ['10.0.0.1']),
  });
  const error = await thrown({ url: `http://rebinding.example:${server.port}/` }, { guard: second });
  expect(error).toMatchObject({ code: 'http-address-refused' });
  expect(asked).toHaveLength(2);
});

it('a redirect to another server takes neither headers nor a body along', async () => {
  const other = await answering(200, {}, 'there');
  const from = async (status: number) => (await answering(status, { location: `${other.url}/x` }, '')).url;
  const headers = { authorization: 'Bearer hush', 'x-key': 'hush' };
  expect(await run({ url: await from(302), headers })).toMatchObject({ body: 'there' });
  await run({ url: await from(303), headers, body: { secret: 'hush' } });
  expect(other.seen).toMatchObject([
    { method: 'GET', path: '/x' },
    { method: 'GET', path: '/x', body: '' },
  ]);
  expect(JSON.stringify(other.seen)).not.toContain('hush');
  const refused = await thrown({ url: await from(307), body: { secret: 'hush' } });
  expect(refused).toMatchObject({ name: 'JobFault', code: 'http-redirect-refused' });
  expect(other.seen).toHaveLength(2);
});

it('a redirect on the same server keeps both, or reads what is elsewhere', async () => {
  const seen: Seen[] = [];
  const server = await serving(
    startHttpServer((request, response) => {
      seen.push(request);
      const status = Number(request.path.slice(1));
      if (status > 0) response.writeHead(status, { location: '/' }).end();
      else response.end('done');
    }),
  );
  for (const status of [301, 303, 307, 308]) await run({ url: `${server.url}/${status}`, body: [status] });
  const arrived = seen.filter(({ path }) => path === '/').map(({ method, body }) => [method, body]);
  expect(arrived).toEqual([
    ['GET', ''],
    ['GET', ''],
    ['POST', '[307]'],
    ['POST', '[308]'],
  ]);
  expect(seen.every(({ headers }) => headers['idempotency-key'] === 'i:7')).toBe(true);
});

it('a ring of redirects ends', async () => {
  const server = await answering(302, { location: '/again' }, '');
  expect(await thrown({ url: server.url })).toMatchObject({ name: 'JobFault', code: 'http-redirect-refused' });
  expect(server.seen).toHaveLength(6);
});

it.each(['ftp://127.0.0.1/', 'http://', 'javascript:alert(1)'])(
  'a redirect to %s is not followed',
  async (location) => {
    const server = await answering(302, { location }, '');
    expect(await thrown({ url: server.url })).toMatchObject({ code: 'http-redirect-refused' });
  },
);
