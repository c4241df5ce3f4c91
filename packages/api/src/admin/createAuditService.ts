import { decodeCursor, pageOf } from '@dealwright/sales';
import { query } from '@dealwright/store';
import type { AuditRow } from '../contract/index.ts';
import type { Platform } from '../Platform.ts';
import type { AuditService } from '../Services.ts';

const PAGE = 50;

/** Reads the audit trail, newest first. */
export function createAuditService(platform: Pick<Platform, 'em'>): AuditService {
  return {
    async list(input) {
      const [at = null, id = null] = input.cursor === undefined ? [] : decodeCursor(input.cursor, 2);
      const rows = await query<Omit<AuditRow, 'actor'> & { actorId: string | null; actorName: string | null }>(
        platform.em(),
        `select a.id, a.at, a.action, a.subject_type as "subjectType", a.subject_id as "subjectId",
                a.before, a.after, a.actor_id as "actorId", p.name as "actorName"
         from audit a left join person p on p.id = a.actor_id
         where ($1::text is null or a.subject_type = $1) and ($2::text is null or a.subject_id = $2)
           and ($3::timestamptz is null or (a.at, a.id) < ($3::timestamptz, $4::text))
         order by a.at desc, a.id desc limit $5`,
        [input.subjectType ?? null, input.subjectId ?? null, at, id, PAGE + 1],
      );
      return pageOf(
        rows.map(({ actorId, actorName, ...row }) => ({
          ...row,
          actor: actorId === null ? null : { id: actorId, name: actorName ?? actorId },
        })),
        PAGE,
        (row) => [row.at, row.id],
      );
    },
  };
}
