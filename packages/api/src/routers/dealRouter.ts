import {
  activateInput,
  type Board,
  boardInput,
  columnInput,
  type DealCard,
  type DealDetail,
  dealIdInput,
  type Lookups,
  moveDealInput,
  type Page,
  searchInput,
  startDealInput,
  type TimelineEntry,
  timelineInput,
  updateDealInput,
} from '../contract/index.ts';
import { procedure } from '../procedure.ts';
import { router } from '../trpc.ts';

/** Which deals a person sees is judged by the deal service: own, own and reports', or all. */
export const dealRouter = router({
  board: procedure('signedIn')
    .input(boardInput)
    .query(({ ctx, input }): Promise<Board> => ctx.services.deal.board(ctx.session, input)),
  column: procedure('signedIn')
    .input(columnInput)
    .query(({ ctx, input }): Promise<Page<DealCard>> => ctx.services.deal.column(ctx.session, input)),
  get: procedure('signedIn')
    .input(dealIdInput)
    .query(({ ctx, input }): Promise<DealDetail> => ctx.services.deal.get(ctx.session, input.id)),
  timeline: procedure('signedIn')
    .input(timelineInput)
    .query(({ ctx, input }): Promise<Page<TimelineEntry>> =>
      ctx.services.deal.timeline(ctx.session, input.id, input.cursor),
    ),
  start: procedure(['rep', 'manager'])
    .input(startDealInput)
    .mutation(({ ctx, input }): Promise<{ id: string }> => ctx.services.deal.start(ctx.session, input)),
  update: procedure('signedIn')
    .input(updateDealInput)
    .mutation(({ ctx, input }): Promise<{ revision: number }> => ctx.services.deal.update(ctx.session, input)),
  move: procedure(['manager', 'admin'])
    .input(moveDealInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.deal.move(ctx.session, input)),
  activate: procedure(['manager', 'admin'])
    .input(activateInput)
    .mutation(({ ctx, input }): Promise<{ nextTasks: readonly string[] }> =>
      ctx.services.deal.activate(ctx.session, input),
    ),
  lookups: procedure('signedIn').query(({ ctx }): Promise<Lookups> => ctx.services.deal.lookups(ctx.session)),
  search: procedure('signedIn')
    .input(searchInput)
    .query(({ ctx, input }): Promise<readonly DealCard[]> => ctx.services.deal.search(ctx.session, input.text)),
});
