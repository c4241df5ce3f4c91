import {
  type Incident,
  type IncidentAnswer,
  incidentIdInput,
  type IncidentKinds,
  incidentListInput,
  incidentsInput,
  incidentsWithVariablesInput,
  type Page,
} from '../contract/index.ts';
import { procedure } from '../procedure.ts';
import { router } from '../trpc.ts';

export const incidentRouter = router({
  list: procedure(['admin'])
    .input(incidentListInput)
    .query(({ ctx, input }): Promise<Page<Incident>> => ctx.services.incident.list(input)),
  kinds: procedure(['admin']).query(({ ctx }): Promise<IncidentKinds> => ctx.services.incident.kinds()),
  variables: procedure(['admin'])
    .input(incidentIdInput)
    .query(({ ctx, input }): Promise<Readonly<Record<string, unknown>>> => ctx.services.incident.variables(input.id)),
  retry: procedure(['admin'])
    .input(incidentsWithVariablesInput)
    .mutation(({ ctx, input }): Promise<readonly IncidentAnswer[]> =>
      ctx.services.incident.resolve(ctx.session, 'retry', input, ctx.request.id),
    ),
  skip: procedure(['admin'])
    .input(incidentsWithVariablesInput)
    .mutation(({ ctx, input }): Promise<readonly IncidentAnswer[]> =>
      ctx.services.incident.resolve(ctx.session, 'skip', input, ctx.request.id),
    ),
  cancel: procedure(['admin'])
    .input(incidentsInput)
    .mutation(({ ctx, input }): Promise<readonly IncidentAnswer[]> =>
      ctx.services.incident.resolve(ctx.session, 'cancel', input, ctx.request.id),
    ),
});
