import { type Calendar, calendarIdInput, saveCalendarInput } from '../contract/index.ts';
import { procedure } from '../procedure.ts';
import { router } from '../trpc.ts';

export const calendarRouter = router({
  list: procedure(['manager', 'admin']).query(({ ctx }): Promise<readonly Calendar[]> => ctx.services.calendar.list()),
  save: procedure(['admin'])
    .input(saveCalendarInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.calendar.save(ctx.session, input)),
  remove: procedure(['admin'])
    .input(calendarIdInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.calendar.remove(ctx.session, input.id)),
});
