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

/** Names are read by a bitmap of their index, which functions that go by the indexes otherwise avoid. */
const BY_BITMAPS = `set plan_cache_mode = force_generic_plan set enable_seqscan = off
set enable_bitmapscan = on set enable_indexscan = off set enable_indexonlyscan = off
set enable_hashjoin = off set enable_mergejoin = off`;

/** At most so many accounts with `word` in their names, two characters or more. */
export const namedAccountsFunction = `
create or replace function named_accounts(word text, most integer) returns text[]
language plpgsql stable ${BY_BITMAPS} as $$
declare
  parts text[] := word_parts(word);
begin
  return array(
    select a.id from account a where name_parts(a.name) @> parts and strpos(lower(a.name), lower(word)) > 0 limit most);
end $$`;

/** At most so many instances whose deal or account has such a name. */
export const namedInstancesFunction = `
create or replace function named_instances(word text, most integer) returns text[]
language plpgsql stable ${BY_BITMAPS} as $$
declare
  parts text[] := word_parts(word);
begin
  return array(
    select named.instance_id from (
      select d.instance_id from deal d where name_parts(d.name) @> parts and strpos(lower(d.name), lower(word)) > 0
      union all
      select d.instance_id from account a join deal d on d.account_id = a.id
      where name_parts(a.name) @> parts and strpos(lower(a.name), lower(word)) > 0) named
    where named.instance_id is not null limit most);
end $$`;
