import { auditChanges, decodeCursor, pageOf, withNames } from '@dealwright/sales';
import { query } from '@dealwright/store';
import type { AuditRow } from '../contract/index.ts';
import type { Platform } from '../Platform.ts';
import type { AuditService } from '../Services.ts';

const PAGE = 50;

/** What was entered when a task was completed stands in the history. */
const AFTER = `case when a.action = 'task.complete' then a.after || coalesce(
  (select h.detail - 'scope' from history h
   where h.instance_id = t.instance_id and h.token = t.token and h.type = 'leave' limit 1), '{}') else a.after end`;

interface Found extends Omit<AuditRow, 'actor' | 'changes'> {
  readonly actorId: string | null;
  readonly actorName: string | null;
  /** of the deal or task that the entry is of */
  readonly deploymentId: string | null;
}

/** Reads the audit trail, newest first. */
export function createAuditService(platform: Pick<Platform, 'em' | 'runtime'>): AuditService {
  async function told(rows: readonly Found[]): Promise<AuditRow[]> {
    const changes = await Promise.all(
      rows.map(async ({ before, after, deploymentId }) => {
        const graph = deploymentId === null ? null : await platform.runtime.graph(deploymentId);
        return auditChanges(before, after, graph);
      }),
    );
    const named = await withNames(platform.em(), changes);
    return rows.map((found, at) => {
      const { actorId, actorName, deploymentId: _, ...row } = found;
      return {
        ...row,
        actor: actorId === null ? null : { id: actorId, name: actorName ?? actorId },
        changes: named[at] ?? [],
      };
    });
  }

  return {
    async list(input) {
      const [at = null, id = null] = input.cursor === undefined ? [] : decodeCursor(input.cursor, 2);
      const rows = await query<Found>(
        platform.em(),
        `select a.id, a.at, a.action, a.subject_type as "subjectType", a.subject_id as "subjectId",
                a.before, ${AFTER} as after, a.actor_id as "actorId", p.name as "actorName",
                i.deployment_id as "deploymentId"
         from audit_trail a left join person p on p.id = a.actor_id
              left join deal d on a.subject_type = 'deal' and d.id = a.subject_id
              left join task t on a.subject_type = 'task' and t.id = a.subject_id
              left join instance i on i.id = coalesce(d.instance_id, t.instance_id)
         where ($1::text is null or a.subject_type = $1) and ($2::text is null or a.subject_id = $2)
           and ($3::timestamptz is null or (a.at, a.id) < ($3::timestamptz, $4::text))
         order by a.at desc, a.id desc limit $5`,
        [input.subjectType ?? null, input.subjectId ?? null, at, id, PAGE + 1],
      );
      const page = pageOf(rows, PAGE, (row) => [row.at, row.id]);
      return { ...page, rows: await told(page.rows) };
    },
  };
}
