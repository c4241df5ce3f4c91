import { writeAudit } from '@dealwright/sales';
import { AUDIT, processSubject, query, queryOne, setRetention, transaction } from '@dealwright/store';
import type { Labels, Retention } from '../contract/index.ts';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';
import type { RetentionService } from '../Services.ts';

interface Row {
  readonly id: string | null;
  readonly name: string;
  readonly labels: Labels;
  readonly days: number | null;
  readonly updatedAt: string | null;
}

/** How long history is kept. A process that a model's file brings along is named by its id. */
export function createRetentionService(platform: Pick<Platform, 'em' | 'now' | 'newId'>): RetentionService {
  const { em, now } = platform;
  return {
    async list() {
      const rows = await query<Row>(
        em(),
        `select s.id, coalesce(m.name, s.id, '') as name, coalesce(m.labels, '{}') as labels, r.days,
                r.updated_at as "updatedAt"
         from (select distinct process_id as id, $1 || process_id as subject from deployment
               union all select null, $2) s
         left join model m on m.process_id = s.id
         left join retention r on r.subject = s.subject
         order by s.id is null, 2, 1`,
        [processSubject(''), AUDIT],
      );
      return rows.map(({ id, name, labels, days, updatedAt }): Retention => ({
        process: id === null ? null : { id, name, labels },
        days,
        updatedAt,
      }));
    },
    set: (viewer, { processId, days }) =>
      transaction(em(), async (within) => {
        if (processId !== null) {
          const found = await queryOne(within, 'select 1 from deployment where process_id = $1 limit 1', [processId]);
          if (found === null) throw refusals.notFound('model');
        }
        const subject = processId === null ? AUDIT : processSubject(processId);
        const before = await queryOne<{ days: number }>(within, 'select days from retention where subject = $1', [
          subject,
        ]);
        const at = new Date(now()).toISOString();
        await setRetention(within, { subject, days, at, actorId: viewer.personId });
        await writeAudit(within, platform, {
          action: 'retention.set',
          actorId: viewer.personId,
          subjectType: 'retention',
          subjectId: processId ?? AUDIT,
          before: { days: before?.days ?? null },
          after: { days },
        });
      }),
  };
}
