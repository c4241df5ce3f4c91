import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context as HonoContext } from 'hono';

/**
 * The client's address. Behind a proxy it is the last entry of X-Forwarded-For, the one our own proxy wrote: those
 * before it can be made up by the client.
 */
export function addressOf(c: HonoContext, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded !== undefined && forwarded !== '') return forwarded;
  // there is no socket when a test calls the app directly
  return (c.env === undefined || c.env.incoming === undefined ? undefined : getConnInfo(c).remote.address) ?? 'unknown';
}

/**
 * Whether a page of this server sent the request. A browser always names the origin of a POST; whoever sends none is
 * no browser and carries nobody's cookies.
 */
export function isSameOrigin(c: HonoContext, origin: string): boolean {
  const sender = c.req.header('origin');
  if (sender === undefined) {
    const site = c.req.header('sec-fetch-site');
    return site === undefined || site === 'same-origin' || site === 'none';
  }
  if (sender === origin) return true;
  const host = c.req.header('host');
  return host !== undefined && (sender === `http://${host}` || sender === `https://${host}`);
}
