import { JobFault } from '@dealwright/runtime';
import type { AddressGuard } from './createAddressGuard.ts';
import { type Answer, type Exchange, sendOnce } from './sendOnce.ts';

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What goes along to another origin: nothing that may hold a secret. */
const HARMLESS = new Set(['accept', 'accept-encoding', 'user-agent']);

export type Request = Omit<Exchange, 'addresses'>;

/**
 * Sends a request and follows redirects as browsers do (Fetch, 4.4), each after its address has been checked like the
 * first. To another origin go neither the drawing's headers nor the body, and from https there is no way to http.
 */
export async function follow(request: Request, guard: AddressGuard): Promise<Answer> {
  let next = request;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const addresses = await unlessAborted(guard(next.url.hostname), next.signal);
    const answer = await sendOnce({ ...next, addresses });
    const location = answer.headers['location'];
    if (!REDIRECTS.has(answer.status) || location === undefined) return answer;
    next = redirected(next, answer.status, location);
  }
  throw refused(`It redirected more than ${MOST_REDIRECTS} times.`, `重定向超过 ${MOST_REDIRECTS} 次。`);
}

function redirected(from: Request, status: number, location: string): Request {
  const url = URL.canParse(location, from.url.href) ? new URL(location, from.url) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw refused('It redirected to an address that is none.', '重定向地址无效。');
  }
  if (from.url.protocol === 'https:' && url.protocol === 'http:') {
    throw refused('It redirected from https to http.', '从 https 重定向到了 http。');
  }
  const elsewhere = url.origin !== from.url.origin;
  const headers = elsewhere
    ? Object.fromEntries(Object.entries(from.headers).filter(([name]) => HARMLESS.has(name.toLowerCase())))
    : from.headers;
  const asGet = status === 303 ? from.method !== 'HEAD' : from.method === 'POST' && (status === 301 || status === 302);
  if (asGet) return { ...from, url, method: 'GET', headers: withoutBody(headers), body: null };
  if (elsewhere && from.body !== null) {
    throw refused('It redirected the body to another server.', '请求内容被重定向到了其他服务器。');
  }
  return { ...from, url, headers };
}

function withoutBody(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.toLowerCase().startsWith('content-')));
}

function refused(en: string, zh: string): JobFault {
  return new JobFault('http-redirect-refused', {
    en: `The redirect was not followed. ${en}`,
    zh: `未跟随重定向：${zh}`,
  });
}

/** A resolver can't be stopped; it is no longer waited for. */
async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
