/** What more instances than these have is not rare. */
export const RARE = 1000;

/**
 * What names are found by: every two and every three characters in a row, in lower case. A name has all of those of each
 * part of it, Chinese ones too, and no extension is needed that a server may lack.
 */
export const nameParts = `
create or replace function name_parts(name text) returns text[] language sql immutable strict parallel safe
return (select coalesce(array_agg(distinct substr(lower(name), place, size)), '{}')
  from generate_series(2, 3) size, generate_series(1, length(name) - size + 1) place)`;

/** Of what was typed: threes where it has any, for few names share one; null of a single character. */
export const wordParts = `
create or replace function word_parts(word text) returns text[] language sql immutable strict parallel safe
return (select array_agg(distinct substr(lower(word), place, least(length(word), 3)))
  from generate_series(1, length(word) - least(length(word), 3) + 1) place where length(word) > 1)`;

/** Whether the row of this name has `word` in its name, and by its index. */
const named = (row: string) => `name_parts(${row}.name) @> parts and strpos(lower(${row}.name), lower(word)) > 0`;

/**
 * A function of a `word` of two characters or more: the ids that `sql` finds, or null where there are more than so many.
 * Names are read by a bitmap of their index, which functions that go by the indexes otherwise avoid.
 */
const byName = (name: string, most: number, sql: string) => `
create or replace function ${name}(word text) returns text[] language plpgsql stable
set plan_cache_mode = force_generic_plan set enable_seqscan = off
set enable_bitmapscan = on set enable_indexscan = off set enable_indexonlyscan = off
set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  parts text[] := word_parts(word);
  ids text[] := array(${sql} limit ${most} + 1);
begin
  return case when cardinality(ids) <= ${most} then ids end;
end $$`;

/** The accounts that are called so, if they are few enough to be compared one by one. */
export const namedAccountsFunction = byName('named_accounts', 100, `select a.id from account a where ${named('a')}`);

/** The instances whose deal or account is called so, if they are rare: else they are met soon on any list. */
export const namedInstancesFunction = byName(
  'named_instances',
  RARE,
  `select found.instance_id from (
     select d.instance_id from deal d where ${named('d')}
     union all
     select d.instance_id from account a join deal d on d.account_id = a.id where ${named('a')}) found
   where found.instance_id is not null`,
);
