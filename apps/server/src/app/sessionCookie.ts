import type { Context as HonoContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

export const SESSION_COOKIE = 'dealwright_session';
/** As long as a session can last at most; the server ends it earlier. */
const MAX_AGE_SECONDS = 30 * 24 * 3600;

export function readSessionCookie(c: HonoContext): string | undefined {
  return getCookie(c, SESSION_COOKIE);
}

/** Sets the cookie, or with null removes it. `secure` when people come by https. */
export function writeSessionCookie(c: HonoContext, token: string | null, secure: boolean): void {
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;
  if (token === null) deleteCookie(c, SESSION_COOKIE, options);
  else setCookie(c, SESSION_COOKIE, token, { ...options, maxAge: MAX_AGE_SECONDS });
}
