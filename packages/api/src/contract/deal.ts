import { z } from 'zod';

// deal.board (query; rep sees own, manager own and reports', admin all) → Board
// deal.column (query) → Page<DealCard>: more cards of one stage
// deal.get (query) → DealDetail · deal.timeline (query) → Page<TimelineEntry>
// deal.start (mutation; rep, manager) → { id } · deal.update (mutation) → { revision }
// deal.move (mutation; manager, admin) → void: to another task by hand, with a reason
// deal.activate (mutation; manager, admin) → { nextTasks }: one more activity of an ad-hoc subprocess
// deal.lookups (query) → Lookups · deal.search (query) → DealCard[]
export type {
  Board,
  BoardColumn,
  Change,
  DealCard,
  DealDetail,
  DealStatus,
  Lookups,
  ProcessRef,
  TimelineEntry,
} from '@dealwright/sales/types';
const id = z.string().min(1).max(200);
export const boardInput = z.object({
  processId: id.optional(),
  ownerId: id.optional(),
  search: z.string().max(200).optional(),
  status: z.enum(['open', 'won', 'lost', 'ended']).default('open'),
});
export const columnInput = boardInput.extend({
  stage: z.string().max(200).nullable(),
  cursor: z.string().max(500).optional(),
});
export const dealIdInput = z.object({ id });
export const timelineInput = z.object({ id, cursor: z.string().max(500).optional() });
export const startDealInput = z.object({
  processId: id,
  name: z.string().trim().min(1).max(300),
  accountId: id.nullable().default(null),
  /** a new account by name, when no id is given */
  accountName: z.string().trim().min(1).max(300).nullable().default(null),
  productId: id.nullable().default(null),
  ownerId: id.nullable().default(null),
  value: z.number().finite().nonnegative().max(1e12).nullable().default(null),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('USD'),
  expectedCloseOn: z.iso.date().nullable().default(null),
  commandId: z.uuid(),
});
export const updateDealInput = z.object({
  id,
  revision: z.number().int().positive(),
  changes: z
    .object({
      name: z.string().trim().min(1).max(300),
      accountId: id.nullable(),
      productId: id.nullable(),
      ownerId: id,
      value: z.number().finite().nonnegative().max(1e12).nullable(),
      expectedCloseOn: z.iso.date().nullable(),
      nextStep: z.string().max(2000).nullable(),
    })
    .partial(),
});
export const moveDealInput = z.object({
  id,
  /** the element where the deal stands */
  from: id,
  /** the element that it is to wait at */
  to: id,
  reason: z.string().trim().min(1).max(1000),
});
export const activateInput = z.object({
  id,
  /** the ad-hoc subprocess where the deal stands */
  from: id,
  /** the activity inside it */
  nodeId: id,
  commandId: z.uuid(),
});
export const searchInput = z.object({ text: z.string().trim().min(1).max(200) });
