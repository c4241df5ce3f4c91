import {
  type DemoPerson,
  type DirtFinding,
  importPreviewInput,
  type ImportPreview,
  importRunInput,
  type ImportStatus,
  importStatusInput,
} from '../contract/index.ts';
import { procedure } from '../procedure.ts';
import { router } from '../trpc.ts';

export const importRouter = router({
  preview: procedure(['admin', 'manager'])
    .input(importPreviewInput)
    .mutation(({ ctx, input }): Promise<ImportPreview> => ctx.services.import.preview(ctx.session, input)),
  findings: procedure(['admin', 'manager'])
    .input(importPreviewInput)
    .mutation(({ ctx, input }): Promise<readonly DirtFinding[]> => ctx.services.import.findings(input)),
  run: procedure(['admin', 'manager'])
    .input(importRunInput)
    .mutation(({ ctx, input }): Promise<{ runId: string }> => ctx.services.import.run(ctx.session, input)),
  status: procedure(['admin', 'manager'])
    .input(importStatusInput)
    .query(({ ctx, input }): Promise<ImportStatus> => ctx.services.import.status(input.runId)),
  latest: procedure(['admin', 'manager']).query(({ ctx }): Promise<ImportStatus | null> =>
    ctx.services.import.latest(),
  ),
});

export const demoRouter = router({
  status: procedure('signedIn').query(({ ctx }): Promise<{ loaded: boolean; people: readonly DemoPerson[] }> =>
    ctx.services.demo.status(),
  ),
  load: procedure(['admin', 'manager']).mutation(({ ctx }): Promise<void> => ctx.services.demo.load(ctx.session)),
  remove: procedure(['admin', 'manager']).mutation(({ ctx }): Promise<void> => ctx.services.demo.remove(ctx.session)),
});
