import { Migration } from '@mikro-orm/migrations';

/** What service tasks reach and what reaches processes: secrets, webhooks, records. */
export class Migration0006Connectors extends Migration {
  override up(): void {
    // a secret's value, encrypted with a key that is not in the database
    this.addSql(
      `create table secret (name text primary key, sealed text not null, updated_at timestamptz not null, updated_by text null)`,
    );
    // secret and previous_secret: encrypted; the previous one counts until then
    this.addSql(
      `create table webhook (
        id text primary key, name text not null, kind text not null, /* start | message */
        target text not null, /* id of the process, or name of the message */
        payload text not null default '', correlation text not null default '', /* FEEL over the delivery's body */
        secret text not null, previous_secret text null, previous_until timestamptz null,
        created_at timestamptz not null, created_by text null, last_delivery_at timestamptz null)`,
    );
    this.addSql(
      `create table record (
        collection text not null, key text not null, data jsonb not null, revision integer not null default 1,
        updated_at timestamptz not null, primary key (collection, key))`,
    );
  }
}
