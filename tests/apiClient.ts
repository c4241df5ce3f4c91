import type { ApiProblem, Me } from '@dealwright/api/contract';

/** A signed-in person over HTTP, as a browser would be: cookie, CSRF header, no shortcuts. */
export interface ApiClient {
  readonly me: Me;
  query<Result>(path: string, input?: unknown): Promise<Result>;
  mutate<Result>(path: string, input?: unknown): Promise<Result>;
}

/** The server said no. `problem` is what a screen would show. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: ApiProblem;
  constructor(path: string, status: number, problem: ApiProblem) {
    super(`${path}: ${status} ${problem.code}: ${problem.message.en}`);
    this.status = status;
    this.problem = problem;
  }
}

export async function signIn(url: string, credentials: { email: string; password: string }): Promise<ApiClient> {
  const answer = await request(url, 'POST', 'auth.signIn', credentials, {});
  const cookie = answer.cookies.map((line) => line.split(';')[0]).join('; ');
  const me = answer.data as Me;
  const headers = { cookie, 'x-dealwright-csrf': me.csrfToken };
  return {
    me,
    query: async (path, input) => (await request(url, 'GET', path, input, headers)).data as never,
    mutate: async (path, input) => (await request(url, 'POST', path, input, headers)).data as never,
  };
}

/** Opens the link that an invitation gave and sets the password. */
export async function acceptInvite(url: string, inviteUrl: string, password: string): Promise<void> {
  const token = new URL(inviteUrl, url).searchParams.get('token');
  await request(url, 'POST', 'auth.acceptInvite', { token, password }, {});
}

async function request(
  url: string,
  method: 'GET' | 'POST',
  path: string,
  input: unknown,
  headers: Record<string, string>,
): Promise<{ data: unknown; cookies: readonly string[] }> {
  const search = method === 'GET' && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
  const response = await fetch(`${url}/trpc/${path}${search}`, {
    method,
    headers: { ...headers, origin: url, ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) },
    ...(method === 'POST' ? { body: JSON.stringify(input ?? {}) } : {}),
  });
  const body = (await response.json()) as {
    result?: { data: unknown };
    error?: { message: string; data?: { problem?: ApiProblem } };
  };
  if (body.error) {
    const message = body.error.message;
    const unknown: ApiProblem = { code: 'unknown', message: { en: message, zh: message } };
    throw new Refused(path, response.status, body.error.data?.problem ?? unknown);
  }
  return { data: body.result?.data, cookies: response.headers.getSetCookie() };
}
