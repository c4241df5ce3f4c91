import { initTRPC, TRPCError } from '@trpc/server';
import type { Context } from './Context.ts';
import type { ApiProblem, Role } from './contract/index.ts';
import { ApiError } from './errors/ApiError.ts';
import { toApiError } from './errors/toApiError.ts';

/** Who may call a procedure: anyone, every signed-in person, or whoever holds one of the roles. */
export type Access = 'public' | 'signedIn' | readonly Role[];

/** tRPC's own refusals, made before any procedure runs. */
const PROTOCOL: Readonly<Record<string, ApiProblem>> = {
  NOT_FOUND: { code: 'no-such-procedure', message: { en: 'There is no such call.', zh: '没有这个接口。' } },
  PARSE_ERROR: {
    code: 'bad-json',
    message: { en: 'The body is not valid JSON.', zh: '请求内容不是有效的 JSON。' },
    place: { field: 'body' },
  },
  METHOD_NOT_SUPPORTED: {
    code: 'wrong-method',
    message: { en: 'This call needs another HTTP method.', zh: '此接口需使用其他 HTTP 方法。' },
  },
  UNSUPPORTED_MEDIA_TYPE: {
    code: 'wrong-content-type',
    message: { en: 'The body must be application/json.', zh: '请求内容类型必须为 application/json。' },
    place: { field: 'content-type' },
  },
  PAYLOAD_TOO_LARGE: {
    code: 'body-too-large',
    message: { en: 'The request is too large.', zh: '请求内容过大。' },
    place: { field: 'body' },
  },
  BAD_REQUEST: {
    code: 'bad-request',
    message: { en: 'The request cannot be read.', zh: '无法识别该请求。' },
  },
};

const trpc = initTRPC
  .context<Context>()
  .meta<{ readonly access: Access }>()
  .create({
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 45_000 } },
    errorFormatter({ shape, error, ctx }) {
      const problem = problemOf(error, ctx?.request.id ?? 'unknown');
      return {
        message: problem.message.en,
        code: shape.code,
        data: { code: error.code, httpStatus: shape.data.httpStatus, path: shape.data.path ?? null, problem },
      };
    },
  });

function problemOf(error: TRPCError, id: string): ApiProblem {
  if (error.cause instanceof ApiError) return error.cause.problem;
  if (error.cause === undefined || error.code !== 'INTERNAL_SERVER_ERROR') {
    const protocol = PROTOCOL[error.cause instanceof SyntaxError ? 'PARSE_ERROR' : error.code];
    if (protocol !== undefined) return protocol;
  }
  return toApiError(error.cause ?? error, id).problem;
}

export const { router, mergeRouters, createCallerFactory } = trpc;
/** Use `procedure` of procedure.ts: this one asks nobody who they are. */
export const bareProcedure = trpc.procedure;
