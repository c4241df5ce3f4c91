import {
  auditInput,
  type AuditRow,
  type Page,
  type Retention,
  setRetentionInput,
  type SystemStatus,
} from '../contract/index.ts';
import { procedure } from '../procedure.ts';
import { router } from '../trpc.ts';

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
