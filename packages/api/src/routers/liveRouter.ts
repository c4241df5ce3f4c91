import { liveChanges } from '../liveChanges.ts';
import { procedure } from '../procedure.ts';
import { router } from '../trpc.ts';

export const liveRouter = router({
  changes: procedure('signedIn').subscription(({ ctx, signal }) => liveChanges(ctx.bus, ctx.session, signal)),
});
