import { appRouter } from '@dealwright/api/server';

const PROCEDURES: ReadonlySet<string> = new Set(Object.keys(appRouter._def.procedures));

/** A path as one of few names, whatever people send: the procedure of a call, `trpc batch` for several at once. */
export function routeOf(path: string): string {
  if (path.startsWith('/trpc/')) {
    const name = path.slice('/trpc/'.length);
    if (name.includes(',')) return 'trpc batch';
    return PROCEDURES.has(name) ? name : 'trpc unknown';
  }
  if (path.startsWith('/hooks/')) return '/hooks';
  return path === '/healthz' || path === '/readyz' || path === '/metrics' ? path : 'web';
}
