import {
  auditInput,
  type AuditRow,
  type Incident,
  incidentIdInput,
  type Page,
  pageInput,
  type Retention,
  setRetentionInput,
  type SystemStatus,
} from '../contract/index.ts';
import { procedure } from '../procedure.ts';
import { router } from '../trpc.ts';

export const incidentRouter = router({
  list: procedure(['admin'])
    .input(pageInput)
    .query(({ ctx, input }): Promise<Page<Incident>> => ctx.services.incident.list(input.cursor)),
  retry: procedure(['admin'])
    .input(incidentIdInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.incident.retry(ctx.session, input.id)),
  cancel: procedure(['admin'])
    .input(incidentIdInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.incident.cancel(ctx.session, input.id)),
});

export const auditRouter = router({
  list: procedure(['admin'])
    .input(auditInput)
    .query(({ ctx, input }): Promise<Page<AuditRow>> => ctx.services.audit.list(input)),
});

export const retentionRouter = router({
  list: procedure(['admin']).query(({ ctx }): Promise<readonly Retention[]> => ctx.services.retention.list()),
  set: procedure(['admin'])
    .input(setRetentionInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.retention.set(ctx.session, input)),
});

export const systemRouter = router({
  status: procedure(['admin']).query(({ ctx }): Promise<SystemStatus> => ctx.services.system.status()),
});
