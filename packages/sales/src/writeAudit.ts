import { type EntityManager, query } from '@dealwright/store';
import type { SalesDeps } from './SalesDeps.ts';

export interface AuditNote {
  readonly actorId: string | null;
  /** "deal.update", "person.create" … */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** only what changed; null for something new */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** Adds to the audit trail, inside the transaction of the change that it tells of. */
export async function writeAudit(em: EntityManager, deps: Omit<SalesDeps, 'em'>, note: AuditNote): Promise<void> {
  await query(
    em,
    `insert into audit (id, at, actor_id, action, subject_type, subject_id, before, after)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      deps.newId(),
      new Date(deps.now()),
      note.actorId,
      note.action,
      note.subjectType,
      note.subjectId,
      note.before,
      note.after,
    ],
  );
}
