import { type ProcessView, processViewInput } from '../contract/index.ts';
import { procedure } from '../procedure.ts';
import { router } from '../trpc.ts';

export const processRouter = router({
  view: procedure('signedIn')
    .input(processViewInput)
    .query(({ ctx, input }): Promise<ProcessView> => ctx.services.process.view(ctx.session, input)),
});
