import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import { addressOf } from '../app/requestFacts.ts';

/** A header that proxies add: then the request came from elsewhere, however near the proxy is. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** Whether the request may see the metrics: it has the token, or comes from this machine and through no proxy. */
export function mayReadMetrics(c: HonoContext, token: string | null): boolean {
  const given = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (given !== undefined) return token !== null && isSame(given, token);
  if (FORWARDED.some((name) => c.req.header(name) !== undefined)) return false;
  return isLoopback(addressOf(c, false));
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

/** Takes the same time however much of it is right. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
