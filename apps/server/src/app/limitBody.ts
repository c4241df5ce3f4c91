import type { Session } from '@dealwright/api/server';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problemResponse } from './problemResponse.ts';

export const MOST_BYTES = 6 * 1024 * 1024;
/** A CRM export comes as base64 in one call; only those who may import may send so much. */
export const MOST_IMPORT_BYTES = 64 * 1024 * 1024;

/** Refuses a body that is too large, before it is read: 413 with the limit in words. */
export function limitBody(): MiddlewareHandler<{ Variables: { session: Session | null } }> {
  const small = limit(MOST_BYTES);
  const large = limit(MOST_IMPORT_BYTES);
  return (c, next) => {
    const roles = c.get('session')?.roles ?? [];
    const mayImport = roles.includes('admin') || roles.includes('manager');
    return /^\/trpc\/import\.(preview|run)$/.test(c.req.path) && mayImport ? large(c, next) : small(c, next);
  };
}

function limit(maxSize: number): MiddlewareHandler {
  const megabytes = maxSize / 1024 / 1024;
  const counted = bodyLimit({
    maxSize,
    onError: (c) =>
      problemResponse(c, 413, {
        code: 'body-too-large',
        message: {
          en: `The request is larger than ${megabytes} MB. Nothing was changed.`,
          zh: `请求内容超过 ${megabytes} MB，未做任何更改。`,
        },
        place: { field: 'body' },
        details: { maxBytes: maxSize },
      }),
  });
  return (c, next) => {
    // a length that is said is kept to by HTTP itself; to count a body without one makes a stream of it
    const length = c.req.header('content-length');
    const isSaid = length !== undefined && c.req.header('transfer-encoding') === undefined;
    return isSaid && Number(length) <= maxSize ? next() : counted(c, next);
  };
}
