import { Migration } from '@mikro-orm/migrations';

/**
 * A file may hold several processes, a start event several triggers, and a task may be one of several that the same
 * element asked for.
 */
export class Migration0002ManyProcesses extends Migration {
  override up(): void {
    // id of the deployment that was made first from the same file at the same time; null for that one itself
    this.addSql(`alter table deployment add column bundle_id text null`);
    // which of the start event's triggers, in the order of the drawing
    this.addSql(`alter table start_subscription add column event integer not null default 0`);
    // a repeated activity's task: which one it is, from 1, and its entry of the collection, when that is a word or number
    this.addSql(`alter table task add column turn integer null, add column item text null`);
  }
}
