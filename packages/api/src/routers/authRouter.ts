import {
  acceptInviteInput,
  changePasswordInput,
  type Me,
  preferencesInput,
  setupInput,
  signInInput,
} from '../contract/index.ts';
import { procedure, publicProcedure } from '../procedure.ts';
import { router } from '../trpc.ts';

export const authRouter = router({
  me: publicProcedure.query(({ ctx }): Promise<Me | null> =>
    ctx.session === null ? Promise.resolve(null) : ctx.services.auth.me(ctx.session),
  ),
  setupNeeded: publicProcedure.query(async ({ ctx }): Promise<{ needed: boolean }> => ({
    needed: await ctx.services.auth.setupNeeded(),
  })),
  setup: publicProcedure.input(setupInput).mutation(async ({ ctx, input }): Promise<Me> => {
    const { token, me } = await ctx.services.auth.setup(input, ctx.request.address);
    ctx.setSessionCookie(token);
    return me;
  }),
  acceptInvite: publicProcedure.input(acceptInviteInput).mutation(async ({ ctx, input }): Promise<Me> => {
    const { token, me } = await ctx.services.auth.acceptInvite(input, ctx.request.address);
    ctx.setSessionCookie(token);
    return me;
  }),
  signIn: publicProcedure.input(signInInput).mutation(async ({ ctx, input }): Promise<Me> => {
    const { token, me } = await ctx.services.auth.signIn(input, ctx.request.address);
    ctx.setSessionCookie(token);
    return me;
  }),
  signOut: procedure('signedIn').mutation(async ({ ctx }): Promise<void> => {
    await ctx.services.auth.signOut(ctx.session);
    ctx.setSessionCookie(null);
  }),
  setPreferences: procedure('signedIn')
    .input(preferencesInput)
    .mutation(({ ctx, input }): Promise<Me> => ctx.services.auth.setPreferences(ctx.session, input)),
  changePassword: procedure('signedIn')
    .input(changePasswordInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.auth.changePassword(ctx.session, input)),
});
