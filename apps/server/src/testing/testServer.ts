import { randomUUID } from 'node:crypto';
import type { ApiProblem, Me, Role } from '@dealwright/api/contract';
import { ensureFirstAdmin, findSession } from '@dealwright/api/server';
import { query, type Store } from '@dealwright/store';
import { pino } from 'pino';
import { createApp } from '../app/createApp.ts';
import { composeOver, type Composed } from '../compose.ts';

const ORIGIN = 'http://localhost:3000';
const PASSWORD = 'correct horse battery';
export const METRICS_TOKEN = 'a token for the tests';
export const ADMIN = { email: 'root@example.com', password: PASSWORD };

/** An answer over HTTP: data, or the problem that a screen would show. */
export interface Answer {
  readonly status: number;
  readonly data: unknown;
  readonly problem: ApiProblem | null;
}

export interface Client {
  readonly me: Me;
  readonly headers: Readonly<Record<string, string>>;
  /** data of a call that must succeed */
  query<Result>(path: string, input?: unknown): Promise<Result>;
  mutate<Result>(path: string, input?: unknown): Promise<Result>;
  /** the whole answer of a mutation that may be refused */
  tryMutate(path: string, input?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  tryQuery(path: string, input?: unknown): Promise<Answer>;
}

export interface TestServer {
  readonly composed: Composed;
  /** epoch milliseconds; turned by hand */
  time: number;
  signIn(credentials?: { readonly email: string; readonly password: string }): Promise<Client>;
  /** makes a person, accepts the invitation for them and signs them in */
  person(admin: Client, name: string, roles: readonly Role[], managerId?: string): Promise<Client>;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** what every table holds, to prove that nothing has changed */
  contents(): Promise<Readonly<Record<string, string>>>;
}

/** The whole server over a test's database, without a socket: requests go straight to the app. */
export async function createTestServer(store: Store): Promise<TestServer> {
  const log = pino({ level: 'silent' });
  const clock = { time: Date.parse('2026-01-05T08:00:00Z') };
  const now = () => clock.time;
  const composed = await composeOver(store, {
    origin: ORIGIN,
    log,
    now,
    secretKey: Buffer.alloc(32, 1),
    connections: { httpAllow: ['127.0.0.1'], smtpUrl: null, mailFrom: null },
  });
  const { platform, services, receive, metrics } = composed;
  const app = createApp({
    services,
    bus: platform.bus,
    log,
    newId: platform.newId,
    now,
    origin: ORIGIN,
    trustProxy: false,
    webFolder: '/nowhere',
    findSession: (token) => findSession(platform.em, token, now()),
    receive,
    readiness: () => Promise.resolve([]),
    metrics,
    metricsToken: METRICS_TOKEN,
    tracing: null,
  });
  await ensureFirstAdmin(platform, ADMIN);

  const send = async (
    method: 'GET' | 'POST',
    path: string,
    input: unknown,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer & { readonly cookies: readonly string[] }> => {
    const search = method === 'GET' && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
    const body = JSON.stringify(input ?? {});
    const response = await app.request(`/trpc/${path}${search}`, {
      method,
      headers: {
        origin: ORIGIN,
        ...(method === 'POST'
          ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
          : {}),
        ...headers,
      },
      ...(method === 'POST' ? { body } : {}),
    });
    const parsed = (await response.json()) as {
      result?: { data?: unknown };
      error?: { data: { problem: ApiProblem } };
    };
    return {
      status: response.status,
      data: parsed.result?.data,
      problem: parsed.error?.data.problem ?? null,
      cookies: response.headers.getSetCookie(),
    };
  };
  const expected = async <Result>(path: string, answer: Promise<Answer>): Promise<Result> => {
    const { problem, status, data } = await answer;
    if (problem !== null) throw new Error(`${path}: ${status} ${JSON.stringify(problem)}`);
    return data as Result;
  };

  const server: TestServer = {
    composed,
    get time() {
      return clock.time;
    },
    set time(time: number) {
      clock.time = time;
    },
    async signIn(credentials = ADMIN) {
      const answer = await send('POST', 'auth.signIn', credentials, {});
      const me = await expected<Me>('auth.signIn', Promise.resolve(answer));
      const headers = { cookie: answer.cookies[0]?.split(';')[0] ?? '', 'x-dealwright-csrf': me.csrfToken };
      return {
        me,
        headers,
        query: (path, input) => expected(path, send('GET', path, input, headers)),
        mutate: (path, input) => expected(path, send('POST', path, input, headers)),
        tryQuery: (path, input) => send('GET', path, input, headers),
        tryMutate: (path, input, other) => send('POST', path, input, { ...headers, ...other }),
      };
    },
    async person(admin, name, roles, managerId) {
      const email = `${name.toLowerCase()}@example.com`;
      const made = await admin.mutate<{ inviteUrl: string }>('people.create', {
        name,
        email,
        roles,
        managerId: managerId ?? null,
      });
      const token = new URL(made.inviteUrl).searchParams.get('token');
      await expected('auth.acceptInvite', send('POST', 'auth.acceptInvite', { token, password: PASSWORD }, {}));
      return server.signIn({ email, password: PASSWORD });
    },
    request: (path, init) => Promise.resolve(app.request(path, init)),
    async contents() {
      const em = platform.em();
      const tables = await query<{ name: string }>(
        em,
        `select table_name as name from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
      );
      const found: Record<string, string> = {};
      for (const { name } of tables) {
        const [row] = await query<{ rows: number; digest: string | null }>(
          em,
          `select count(*) as rows, md5(string_agg(t::text, ',' order by t::text)) as digest from "${name}" t`,
        );
        found[name] = `${row?.rows ?? 0} rows, ${row?.digest ?? 'none'}`;
      }
      return found;
    },
  };
  return server;
}

export const commandId = () => randomUUID();
