import { TRPCError } from '@trpc/server';
import type { Context } from './Context.ts';
import { briefly } from './errors/briefly.ts';
import { refusals } from './errors/refusals.ts';
import { isZodError, toApiError } from './errors/toApiError.ts';
import type { Session } from './Services.ts';
import { type Access, bareProcedure } from './trpc.ts';
import { unstorableText } from './unstorableText.ts';

/**
 * A procedure that anyone may call. Like `procedure`, but there is no session yet: a mutation must come from this
 * server's own pages.
 */
export const publicProcedure = bareProcedure.meta({ access: 'public' }).use((call) =>
  answered(call, async () => {
    if (call.type === 'mutation' && !call.ctx.request.sameOrigin) throw refusals.foreignOrigin();
    checkStorable(await call.getRawInput());
    return call.next();
  }),
);

/**
 * The one way to declare a procedure for signed-in people, all of them or those who hold one of `access`. The check runs
 * before the input is parsed, so that a person who may not call learns nothing of what it takes. A mutation must show
 * the session's CSRF token.
 */
export function procedure(access: Exclude<Access, 'public'>) {
  // one function for all of it: each more that tRPC goes through copies all that it carries
  return bareProcedure.meta({ access }).use((call) =>
    answered(call, async () => {
      const { ctx, type, next, getRawInput } = call;
      const session = allowed(ctx, access);
      if (type === 'mutation' && ctx.request.csrfToken !== session.csrfToken) throw refusals.csrf();
      checkStorable(await getRawInput());
      return next({ ctx: { session } });
    }),
  );
}

interface Call {
  readonly ctx: Context;
  readonly type: string;
  readonly path: string;
}

/** What the call answers, or why it does not, as the client is told; what is our own fault is logged. */
async function answered<Result extends { readonly ok: boolean }>(
  call: Call,
  work: () => Promise<Result>,
): Promise<Result> {
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    throw told(call, error);
  }
  if ('error' in result) throw told(call, result.error);
  return result;
}

function told({ ctx, type, path }: Call, error: unknown): unknown {
  const own = error instanceof TRPCError;
  const cause = own ? (error.cause ?? error) : error;
  // tRPC's own refusals (a body that is no JSON) are put into words by the error formatter
  if (own && error.code !== 'INTERNAL_SERVER_ERROR' && !isZodError(cause)) return error;
  const refused = toApiError(cause, ctx.request.id);
  if (refused.refusal === 'INTERNAL_SERVER_ERROR') {
    ctx.log.error({ request: ctx.request.id, path, type, error: briefly(cause) }, 'a call failed');
  }
  return new TRPCError({ code: refused.refusal, cause: refused, message: refused.problem.message.en });
}

/** Refuses text that the database would refuse, and says where it stands. After the permission, before the schema. */
function checkStorable(input: unknown): void {
  const at = unstorableText(input);
  if (at !== null) throw refusals.textNotStorable(at);
}

function allowed(ctx: Context, access: Exclude<Access, 'public'>): Session {
  const { session } = ctx;
  if (session === null) throw refusals.notSignedIn();
  if (access !== 'signedIn' && !access.some((role) => session.roles.includes(role))) throw refusals.forbidden();
  return session;
}
