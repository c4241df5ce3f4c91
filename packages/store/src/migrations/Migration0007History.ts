import { Migration } from '@mikro-orm/migrations';

/**
 * History by the month: what is old goes as a whole, and a query for a time reads no other. How long it is kept is a
 * setting for each process; without one it is kept for ever.
 */
export class Migration0007History extends Migration {
  override up(): void {
    this.addSql(makeStepPartition);
    // months that there is history of, and three from now on; the server makes the others in time
    this.addSql(
      `select make_step_partition(month::date) from (
         select date_trunc('month', at at time zone 'UTC') as month from step_default
         union select date_trunc('month', now() at time zone 'UTC') + n * interval '1 month' from generate_series(0, 3) n
       ) months order by month`,
    );
    this.addSql(
      `create table retention (
        subject text primary key, /* process:<process id>, or audit */
        days integer not null constraint retention_days check (days > 0),
        updated_at timestamptz not null, updated_by text null)`,
    );
    // instances whose history is about to be deleted; exported: it is in a file by now, or need not be
    this.addSql(
      `create table leaving (instance_id text primary key, revision integer not null, exported boolean not null default false)`,
    );
    // names are found by any two letters in a row, Chinese ones too, without an extension that a server may lack
    this.addSql(namePairs);
    this.addSql(`create index deal_name_pairs on deal using gin (name_pairs(name))`);
    this.addSql(`create index account_name_pairs on account using gin (name_pairs(name))`);
    this.addSql(`create index command_log_at on command_log using brin (at)`);
  }
}

/** Every two characters in a row, in lower case: a name has all of those of each part of it. */
const namePairs = `
create function name_pairs(name text) returns text[] language sql immutable strict parallel safe
return (select coalesce(array_agg(distinct substr(lower(name), place, 2)), '{}')
  from generate_series(1, length(name) - 1) place)`;

/**
 * Makes the partition of `step` for the month of a day, and moves into it what stands in the default one; answers
 * whether it was not there yet. Whoever writes history of other months is not kept waiting: attaching locks nothing but
 * the default partition, which is empty when months are made ahead.
 */
const makeStepPartition = `
create function make_step_partition(day date) returns boolean language plpgsql as $$
declare
  name text := 'step_' || to_char(day, 'YYYY_MM');
  low timestamptz := date_trunc('month', day::timestamp) at time zone 'UTC';
  high timestamptz := (date_trunc('month', day::timestamp) + interval '1 month') at time zone 'UTC';
begin
  perform pg_advisory_xact_lock(7311626021);
  if to_regclass('public.' || name) is not null then
    return false;
  end if;
  execute format('create table public.%I (like step including all)', name);
  lock table step_default in access exclusive mode;
  execute format('with moved as (delete from step_default where at >= %L and at < %L returning *)
    insert into public.%I select * from moved', low, high, name);
  execute format('alter table step attach partition public.%I for values from (%L) to (%L)', name, low, high);
  return true;
end $$`;
