import { Migration } from '@mikro-orm/migrations';

/** A version is a drawing and the decisions (DMN files) that it runs. */
export class Migration0003Decisions extends Migration {
  override up(): void {
    // [{ name, xml }], in the order in which they were attached
    this.addSql(`alter table deployment add column decisions jsonb not null default '[]'`);
    this.addSql(`alter table model add column draft_decisions jsonb not null default '[]'`);
  }
}
