import type { ApiProblem } from '@dealwright/api/contract';
import type { Context as HonoContext } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal made before tRPC has seen the request, in the shape of tRPC's own errors: a client reads both alike. */
export function problemResponse(c: HonoContext, status: ContentfulStatusCode, problem: ApiProblem): Response {
  return c.json(
    {
      error: {
        message: problem.message.en,
        code: -32_600,
        data: { code: problem.code, httpStatus: status, path: null, problem },
      },
    },
    status,
  );
}
