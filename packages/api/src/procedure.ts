import { TRPCError } from '@trpc/server';
import type { Context } from './Context.ts';
import { briefly } from './errors/briefly.ts';
import { refusals } from './errors/refusals.ts';
import { isZodError, toApiError } from './errors/toApiError.ts';
import type { Session } from './Services.ts';
import { type Access, bareProcedure, middleware } from './trpc.ts';
import { unstorableText } from './unstorableText.ts';

/**
 * The one way to declare a procedure: with who may call it. The check runs before the input is parsed, so that a
 * person who may not call learns nothing of what it takes. A mutation must show the session's CSRF token; a public
 * one, which has no session yet, must come from this server's own pages.
 */
function accessProcedure(access: Access) {
  return bareProcedure.meta({ access }).use(async ({ ctx, type, next, path }) => {
    const result = await next();
    if (result.ok) return result;
    const cause = result.error.cause ?? result.error;
    // tRPC's own refusals (a body that is no JSON) are put into words by the error formatter
    if (result.error.code !== 'INTERNAL_SERVER_ERROR' && !isZodError(cause)) return result;
    const refused = toApiError(cause, ctx.request.id);
    if (refused.refusal === 'INTERNAL_SERVER_ERROR') {
      ctx.log.error({ request: ctx.request.id, path, type, error: briefly(cause) }, 'a call failed');
    }
    throw new TRPCError({ code: refused.refusal, cause: refused, message: refused.problem.message.en });
  });
}

/** Refuses text that the database would refuse, and says where it stands. After the permission, before the schema. */
const storable = middleware(async ({ getRawInput, next }) => {
  const at = unstorableText(await getRawInput());
  if (at !== null) throw refusals.textNotStorable(at);
  return next();
});

/** A procedure that anyone may call. */
export const publicProcedure = accessProcedure('public')
  .use(({ ctx, type, next }) => {
    if (type === 'mutation' && !ctx.request.sameOrigin) throw refusals.foreignOrigin();
    return next();
  })
  .use(storable);

/** A procedure for signed-in people: all of them, or those who hold one of `roles`. */
export function procedure(access: Exclude<Access, 'public'>) {
  return accessProcedure(access)
    .use(({ ctx, type, next }) => {
      const session = allowed(ctx, access);
      if (type === 'mutation' && ctx.request.csrfToken !== session.csrfToken) throw refusals.csrf();
      return next({ ctx: { session } });
    })
    .use(storable);
}

function allowed(ctx: Context, access: Exclude<Access, 'public'>): Session {
  const { session } = ctx;
  if (session === null) throw refusals.notSignedIn();
  if (access !== 'signedIn' && !access.some((role) => session.roles.includes(role))) throw refusals.forbidden();
  return session;
}
