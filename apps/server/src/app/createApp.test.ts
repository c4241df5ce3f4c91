import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiProblem } from '@dealwright/api/contract';
import { createBus, type Log, type Session } from '@dealwright/api/server';
import { fakeServices, fakeSession, silentLog } from '@dealwright/api/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from './createApp.ts';
import { MOST_BYTES } from './limitBody.ts';

const ORIGIN = 'http://localhost:3000';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dealwright-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Dealwright</title><script>theme()</script>');
  writeFileSync(join(folder, 'assets/app-1a2b.js'), `export const filler = '${'a'.repeat(5000)}';`);
  writeFileSync(join(tmpdir(), 'dealwright-outside.txt'), 'secret');
});
afterAll(() => rmSync(folder, { recursive: true }));

let reached: string[];
let session: Session | null;
let databaseAnswers: boolean;
let counted: string[];
const GONE = { code: 'database', message: { en: 'The database does not answer.', zh: '数据库没有响应。' } } as const;
beforeEach(() => {
  reached = [];
  session = null;
  databaseAnswers = true;
  counted = [];
});
const app = (changes: { origin?: string; webFolder?: string; answer?: unknown; log?: Log } = {}) =>
  createApp({
    services: fakeServices(reached, changes.answer ?? { token: 'new-token', me: { name: 'Ada' } }),
    bus: createBus(() => {}),
    log: changes.log ?? silentLog,
    newId: () => 'request-1',
    now: () => 0,
    origin: changes.origin ?? ORIGIN,
    trustProxy: false,
    webFolder: changes.webFolder ?? folder,
    findSession: (token) => Promise.resolve(token === 'good' ? session : null),
    receive: () => Promise.reject(new Error('not in this test')),
    readiness: () => Promise.resolve(databaseAnswers ? [] : [GONE]),
    metrics: {
      request: ({ method, route, status }, seconds) => counted.push(`${method} ${route} ${status} ${seconds}`),
      text: () => Promise.resolve({ type: 'text/plain', body: 'dealwright_up 1' }),
    },
    metricsToken: 'let me see',
    tracing: null,
  });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) => ({
  path: `/trpc/${path}`,
  init: {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  },
});
const problemOf = async (response: Response) =>
  ((await response.json()) as { error: { data: { problem: ApiProblem } } }).error.data.problem;
const ada = { email: 'ada@example.com', password: 'correct horse battery' };

describe('signing in', () => {
  it('sets a cookie that scripts and other sites do not get, and by https one that only https gets', async () => {
    const { path, init } = post('auth.signIn', ada, { origin: ORIGIN });
    const response = await app().request(path, init);
    expect(response.status).toBe(200);
    const cookie = response.headers.getSetCookie()[0];
    expect(cookie).toMatch(/^dealwright_session=new-token;.*HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain('Secure');
    expect(await response.text()).not.toContain('new-token');
    const secure = await app({ origin: 'https://sales.example.com' }).request(path, init);
    expect(secure.status).toBe(403);
    const own = post('auth.signIn', ada, { origin: 'https://sales.example.com' });
    const overHttps = await app({ origin: 'https://sales.example.com' }).request(own.path, own.init);
    expect(overHttps.headers.getSetCookie()[0]).toContain('Secure');
    expect(overHttps.headers.get('strict-transport-security')).toContain('max-age');
  });

  it('answers what no browser takes for a page, nobody keeps, and is compressed only for who can read it', async () => {
    const { path, init } = post('auth.signIn', ada, { origin: ORIGIN });
    const { headers } = await app().request(path, init);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('vary')).toMatch(/(^|, )Accept-Encoding$/);
    expect(headers.get('content-encoding')).toBeNull();
    const zipped = post('auth.signIn', ada, { origin: ORIGIN, 'accept-encoding': 'gzip' });
    const response = await app().request(zipped.path, zipped.init);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const text = await new Response(response.body?.pipeThrough(new DecompressionStream('gzip'))).text();
    expect(text).toContain('Ada');
  });

  it.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])('refuses a page of another site: %j', async (headers) => {
    const { path, init } = post('auth.signIn', ada, headers);
    const response = await app().request(path, init);
    expect(response.status).toBe(403);
    expect((await problemOf(response)).code).toBe('foreign-origin');
    expect(reached).toEqual([]);
  });
});

describe('a session', () => {
  it('needs its own CSRF token to change anything', async () => {
    session = fakeSession(['rep']);
    const cookie = { cookie: 'dealwright_session=good' };
    const without = post('auth.signOut', {}, cookie);
    const refused = await app().request(without.path, without.init);
    expect(refused.status).toBe(403);
    expect((await problemOf(refused)).code).toBe('csrf');
    expect(reached).toEqual([]);
    const withToken = post('auth.signOut', {}, { ...cookie, 'x-dealwright-csrf': 'csrf' });
    const done = await app().request(withToken.path, withToken.init);
    expect(done.status).toBe(200);
    expect(done.headers.getSetCookie()[0]).toMatch(/^dealwright_session=;.*Max-Age=0/);
  });

  it('is not opened by a foreign cookie', async () => {
    session = fakeSession(['admin']);
    const response = await app().request('/trpc/deal.lookups', { headers: { cookie: 'dealwright_session=foreign' } });
    expect(response.status).toBe(401);
    expect(await problemOf(response)).toMatchObject({ code: 'not-signed-in', message: { zh: '请先登录。' } });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('bad requests', () => {
  it('are refused in one shape, with the place', async () => {
    const wrong = post('auth.signIn', { email: 'nobody', password: 'x' }, { origin: ORIGIN });
    const response = await app().request(wrong.path, wrong.init);
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ code: 'bad-input', place: { field: 'email' } });
  });

  it('are told apart from unknown calls', async () => {
    expect((await problemOf(await app().request('/trpc/deal.steal'))).code).toBe('no-such-procedure');
    const broken = post('auth.signIn', '{"email":', { origin: ORIGIN });
    const response = await app().request(broken.path, broken.init);
    expect(response.status).toBe(400);
    expect((await problemOf(response)).code).toBe('bad-json');
  });

  it('with a body that is too large are not read', async () => {
    const large = post('auth.signIn', 'x'.repeat(MOST_BYTES + 1), { origin: ORIGIN });
    const response = await app().request(large.path, {
      ...large.init,
      headers: { ...large.init.headers, 'content-length': String(MOST_BYTES + 1) },
    });
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toMatchObject({ code: 'body-too-large', place: { field: 'body' } });
    expect(reached).toEqual([]);
  });

  it('give an import more room, for those who may import', async () => {
    const content = 'A'.repeat(MOST_BYTES);
    const files = { files: [{ name: 'deals.csv', content }] };
    const headers = {
      cookie: 'dealwright_session=good',
      'x-dealwright-csrf': 'csrf',
      'content-length': String(MOST_BYTES + 60),
    };
    const { path, init } = post('import.preview', files, headers);
    session = fakeSession(['rep']);
    expect((await app().request(path, init)).status).toBe(413);
    session = fakeSession(['manager']);
    expect((await app().request(path, init)).status).toBe(200);
    expect(reached).toEqual(['import.preview']);
  });
});

describe('the web app', () => {
  it('answers at every address of its own, and is asked for anew each time', async () => {
    for (const path of ['/', '/deals/123', '/setup?token=x']) {
      const response = await app().request(path);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<title>Dealwright</title>');
    }
  });

  it('keeps files with a hash in their name, compressed', async () => {
    const response = await app().request('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const missing = await app().request('/assets/app-old.js');
    expect(missing.status).toBe(404);
    expect(missing.headers.get('cache-control') ?? '').not.toContain('immutable');
  });

  it('gives no file outside of its folder', async () => {
    for (const path of [
      '/../dealwright-outside.txt',
      '/%2e%2e/dealwright-outside.txt',
      '/..%2fdealwright-outside.txt',
    ]) {
      expect(await (await app().request(path)).text()).not.toContain('secret');
    }
  });

  it('runs no scripts but its own, in nobody else’s frame', async () => {
    const { headers } = await app().request('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'sha256-[^']+'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('is served anew after a build while the server runs', async () => {
    const running = app();
    await running.request('/');
    writeFileSync(join(folder, 'index.html'), '<title>Dealwright</title><script>other()</script>');
    const { headers } = await running.request('/');
    const hash = createHash('sha256').update('other()').digest('base64');
    expect(headers.get('content-security-policy')).toContain(hash);
    writeFileSync(join(folder, 'index.html'), '<title>Dealwright</title><script>theme()</script>');
  });

  it('says how to build it when it has not been built', async () => {
    const response = await app({ webFolder: join(folder, 'missing') }).request('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('scripts/build-web.ts');
  });
});

it('tells its health, and whether the database answers', async () => {
  expect((await app().request('/readyz')).status).toBe(200);
  databaseAnswers = false;
  expect((await app().request('/readyz')).status).toBe(503);
  expect((await app().request('/healthz')).status).toBe(200);
});

it('counts requests by what was asked, and shows metrics to who has the token alone', async () => {
  await app().request('/trpc/auth.me');
  await app().request('/deals/7');
  expect(counted).toEqual([expect.stringMatching(/^GET \S*auth\.me \d+ 0$/), expect.stringMatching(/^GET web \d+ 0$/)]);
  const read = (authorization?: string) =>
    app().request('/metrics', authorization === undefined ? {} : { headers: { authorization } });
  expect((await read()).status).toBe(403);
  expect((await read('Bearer something else')).status).toBe(403);
  expect(await (await read('Bearer let me see')).text()).toBe('dealwright_up 1');
});

it('writes nothing into the log by which somebody could sign in', async () => {
  const lines: string[] = [];
  const note = (fields: object, message: string) => void lines.push(JSON.stringify([fields, message]));
  const log: Log = { info: note, warn: note, error: note };
  session = fakeSession(['admin']);
  const tried = [
    post('auth.signIn', ada, { origin: ORIGIN, cookie: 'dealwright_session=good' }),
    post('auth.acceptInvite', { token: 'secret-token', password: ada.password }, { origin: ORIGIN }),
    post(
      'auth.changePassword',
      { current: ada.password, next: 'another password' },
      { cookie: 'dealwright_session=good' },
    ),
    { path: '/invite?token=secret-token', init: {} },
    { path: '/nothing/here?token=secret-token', init: { method: 'POST' } },
    { path: '/trpc/deal.search?input=%7B%22text%22%3A%22secret-token%22%7D', init: {} },
  ];
  for (const { path, init } of tried) await app({ log }).request(path, init);
  expect(lines.length).toBeGreaterThan(4);
  for (const secret of [ada.password, 'new-token', 'secret-token', 'another password', 'dealwright_session', 'good']) {
    expect(lines.join('\n')).not.toContain(secret);
  }
});
