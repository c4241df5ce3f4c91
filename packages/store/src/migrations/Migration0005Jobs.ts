import { Migration } from '@mikro-orm/migrations';
import { claimFunction, nextDueFunction } from '../queries/claimFunction.ts';

/**
 * Jobs are claimed fairly: each has the queue that it waits in, whose slots it takes, the process that it belongs to,
 * and a priority. Room is left in the pages, so that a claim rewrites a row where it is and touches no index.
 */
export class Migration0005Jobs extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
    this.addSql(claimFunction);
    this.addSql(nextDueFunction);
  }
}

const statements = [
  `alter table job add column queue text not null default 'delivery', add column process_id text not null default '',
    add column priority integer not null default 0`,
  `update job set queue = case kind when 'timer' then 'timer' when 'connector' then 'connector:' else 'delivery' end,
    process_id = coalesce((select process_id from instance where instance.id = job.instance_id), '')`,
  `create index job_ready on job (queue, process_id, priority, due_at) where status = 'ready'`,
  `alter table job set (fillfactor = 70)`,
  // those that have expired are looked for every half minute
  `create index message_expires on message (expires_at)`,
  // when people work: see `WorkCalendar`
  `create table calendar (
    id text primary key, name text not null, time_zone text not null,
    week jsonb not null, /* Monday first, each day's hours as [["09:00", "18:00"]] */
    holidays text[] not null default '{}', workdays text[] not null default '{}', /* YYYY-MM-DD */
    updated_at timestamptz not null, updated_by text null)`,
];
