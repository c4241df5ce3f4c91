import { z } from 'zod';
import type { Day, Instant, Labels, PersonRef } from './common.ts';

// deal.board (query; rep sees own, manager own and reports', admin all) → Board
// deal.column (query) → Page<DealCard>: more cards of one stage
// deal.get (query) → DealDetail · deal.timeline (query) → Page<TimelineEntry>
// deal.start (mutation; rep, manager) → { id } · deal.update (mutation) → { revision }
// deal.lookups (query) → Lookups · deal.search (query) → DealCard[]
export type DealStatus = 'open' | 'won' | 'lost' | 'ended';
export interface DealCard {
  readonly id: string;
  readonly name: string;
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly product: { readonly id: string; readonly name: string } | null;
  readonly owner: PersonRef;
  readonly value: number | null;
  readonly currency: string;
  readonly status: DealStatus;
  readonly stage: string | null;
  /** since when the token stands where it stands */
  readonly since: Instant | null;
  readonly nextTask: {
    readonly id: string;
    readonly name: string;
    readonly labels: Labels;
    readonly dueAt: Instant | null;
  } | null;
  readonly hasIncident: boolean;
  readonly demo: boolean;
}
export interface BoardColumn {
  readonly stage: string | null;
  readonly labels: Labels;
  readonly count: number;
  readonly sum: number;
  readonly cards: readonly DealCard[];
  readonly cursor: string | null;
}
export interface Board {
  readonly processes: readonly { readonly processId: string; readonly name: string; readonly openDeals: number }[];
  readonly processId: string | null;
  readonly currency: string;
  readonly columns: readonly BoardColumn[];
  readonly totals: Readonly<Record<DealStatus, { readonly count: number; readonly value: number }>>;
}
export interface DealDetail extends DealCard {
  readonly revision: number;
  readonly processId: string;
  readonly processName: string;
  readonly deploymentId: string;
  readonly version: number;
  readonly xml: string;
  readonly stages: readonly {
    readonly id: string;
    readonly labels: Labels;
    readonly state: 'done' | 'current' | 'ahead' | 'skipped';
  }[];
  readonly expectedCloseOn: Day | null;
  readonly closedAt: Instant | null;
  readonly closeValue: number | null;
  readonly lossReason: string | null;
  readonly nextStep: string | null;
  readonly createdAt: Instant;
  /** where tokens stand now, and which elements and flows the deal has been through, in order */
  readonly tokens: readonly { readonly nodeId: string; readonly since: Instant }[];
  readonly visited: readonly string[];
  readonly taken: readonly string[];
  readonly openTasks: readonly {
    readonly id: string;
    readonly nodeId: string;
    readonly name: string;
    readonly labels: Labels;
    readonly assignee: PersonRef | null;
    readonly dueAt: Instant | null;
  }[];
  readonly incidents: readonly {
    readonly id: string;
    readonly nodeId: string;
    readonly message: string;
    readonly raisedAt: Instant;
  }[];
  readonly canEdit: boolean;
}
export interface TimelineEntry {
  readonly key: string;
  readonly at: Instant;
  readonly kind: 'started' | 'stage' | 'task' | 'event' | 'changed' | 'incident' | 'cancelled' | 'imported' | 'ended';
  readonly actor: PersonRef | null;
  readonly elementId: string | null;
  readonly name: string;
  readonly labels: Labels;
  /** form values written, or fields before and after */
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}
export interface Lookups {
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  readonly products: readonly { readonly id: string; readonly name: string; readonly listPrice: number | null }[];
  readonly people: readonly PersonRef[];
  readonly processes: readonly { readonly processId: string; readonly name: string; readonly version: number }[];
}
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
export const searchInput = z.object({ text: z.string().trim().min(1).max(200) });
