import type { WorkCalendar } from '@dealwright/bpmn';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { query } from '../query.ts';

export interface CalendarRow extends WorkCalendar {
  /** by which drawings name it */
  readonly id: string;
  readonly name: string;
  /** ISO 8601 */
  readonly updatedAt: string;
}

const COLUMNS = `id, name, time_zone as "timeZone", week, holidays, workdays, updated_at as "updatedAt"`;

/** All of them, by name. */
export function listCalendars(em: SqlEntityManager): Promise<CalendarRow[]> {
  return query<CalendarRow>(em, `select ${COLUMNS} from calendar order by name, id`);
}

/** Those that there are of the named ones. */
export function findCalendars(em: SqlEntityManager, ids: readonly string[]): Promise<CalendarRow[]> {
  return query<CalendarRow>(em, `select ${COLUMNS} from calendar where id = any($1::text[])`, [ids]);
}

/** Makes it, or puts it in the place of the one with its id. */
export async function saveCalendar(
  em: SqlEntityManager,
  { id, name, timeZone, week, holidays, workdays }: Omit<CalendarRow, 'updatedAt'>,
  by: { readonly at: string; readonly actorId: string },
): Promise<void> {
  await query(
    em,
    `insert into calendar (id, name, time_zone, week, holidays, workdays, updated_at, updated_by)
     values ($1, $2, $3, $4::jsonb, $5::text[], $6::text[], $7::timestamptz, $8)
     on conflict (id) do update set name = excluded.name, time_zone = excluded.time_zone, week = excluded.week,
       holidays = excluded.holidays, workdays = excluded.workdays, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by`,
    [id, name, timeZone, JSON.stringify(week), holidays, workdays, by.at, by.actorId],
  );
}

/** False when there is none. */
export async function deleteCalendar(em: SqlEntityManager, id: string): Promise<boolean> {
  return (await query(em, 'delete from calendar where id = $1 returning id', [id])).length > 0;
}

/** Ids of processes of which a version names the calendar; their instances may still count by it. */
export async function processesWithCalendar(em: SqlEntityManager, id: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    em,
    'select distinct process_id as id from deployment where strpos(xml, $1) > 0 or strpos(xml, $2) > 0 order by 1',
    [`calendar="${id}"`, `calendar='${id}'`],
  );
  return rows.map((row) => row.id);
}
