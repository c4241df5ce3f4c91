import { z } from 'zod';
import type { Instant, Labels } from './common.ts';

// retention.list (query; admin) → Retention[] · retention.set (mutation; admin) → void

/** For how long what happened is kept: of the ended instances of a process, or of the audit trail. */
export interface Retention {
  /** null: the audit trail */
  readonly process: { readonly id: string; readonly name: string; readonly labels: Labels } | null;
  /** null: for ever */
  readonly days: number | null;
  readonly updatedAt: Instant | null;
}

export const LONGEST_RETENTION = 36_500;
export const setRetentionInput = z.object({
  /** null: the audit trail */
  processId: z.string().min(1).max(200).nullable(),
  /** null: for ever */
  days: z.number().int().min(1).max(LONGEST_RETENTION).nullable(),
});
