import { conditionsInput, type EvaluatedConditions, type ProcessView, processViewInput } from '../contract/index.ts';
import { procedure } from '../procedure.ts';
import { router } from '../trpc.ts';

export const processRouter = router({
  view: procedure('signedIn')
    .input(processViewInput)
    .query(({ ctx, input }): Promise<ProcessView> => ctx.services.process.view(ctx.session, input)),
  evaluateConditions: procedure(['manager', 'admin'])
    .input(conditionsInput)
    .mutation(({ ctx, input }): Promise<EvaluatedConditions> =>
      ctx.services.process.evaluateConditions(ctx.session, input),
    ),
});
