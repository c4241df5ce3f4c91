import { type EntityManager, query } from '@dealwright/store';
import type { AccountRow, CrmExport, ProductRow } from '../CrmExport.ts';
import type { ImportDeps } from '../ImportDeps.ts';
import type { ImportMapping } from '../ImportMapping.ts';
import { externalKey } from './externalKey.ts';
import type { Tally } from './Tally.ts';

/** What an earlier import made, or somebody entered under the same name; the latter is used as it stands. */
interface Known {
  readonly id: string;
  readonly name: string;
  readonly imported: boolean;
}

/**
 * Makes the accounts of an export, and those that only deals name. Gives name → id. An account of that name that
 * somebody entered by hand is used and not changed; one imported before with other facts is a conflict.
 */
export async function importAccounts(
  em: EntityManager,
  deps: ImportDeps,
  data: CrmExport,
  tally: Tally,
): Promise<Map<string, string>> {
  const listed = new Map<string, AccountRow>();
  for (const row of data.accounts) if (!listed.has(row.name)) listed.set(row.name, row);
  const names = [...new Set([...listed.keys(), ...data.pipeline.flatMap((row) => row.account ?? [])])];
  const found = await query<Known & Omit<AccountRow, 'name' | 'file' | 'line'>>(
    em,
    `select id, name, external_key is not null as imported, sector, founded, revenue, employees, country,
            parent_name as parent
     from account where name = any($1::text[])`,
    [names],
  );
  const known = new Map(found.map((row) => [row.name, row]));
  const ids = new Map(names.map((name) => [name, known.get(name)?.id ?? deps.newId()]));
  const created: object[] = [];
  for (const name of names) {
    const row = listed.get(name);
    const { sector, founded, revenue, employees, country, parent } = row ?? {};
    const facts = {
      sector: sector ?? null,
      founded: founded ?? null,
      revenue: revenue ?? null,
      employees: employees ?? null,
      country: country ?? null,
      parent: parent ?? null,
    };
    const was = known.get(name);
    if (!was) created.push({ id: ids.get(name), name, ...facts, key: externalKey.account(name) });
    else if (row && was.imported) tally.compare(row, name, was, facts);
    else tally.unchanged += 1;
  }
  tally.created += created.length;
  await query(
    em,
    `insert into account (id, name, sector, founded, revenue, employees, country, parent_name, external_key, created_at)
     select id, name, sector, founded, revenue, employees, country, parent, key, $2
     from jsonb_to_recordset($1::jsonb) as r(id text, name text, sector text, founded integer, revenue numeric,
       employees integer, country text, parent text, key text)`,
    [JSON.stringify(created), new Date(deps.now())],
  );
  return ids;
}

export interface ProductRef {
  readonly id: string;
  readonly name: string;
  readonly listPrice: number | null;
}

/**
 * Makes the products of an export, and for a word that is in no list and not mapped a product of that name without a
 * price. Gives the file's word → product.
 */
export async function importProducts(
  em: EntityManager,
  deps: ImportDeps,
  data: CrmExport,
  mapping: ImportMapping,
  tally: Tally,
): Promise<Map<string, ProductRef>> {
  const listed = new Map<string, ProductRow>();
  for (const row of data.products) if (!listed.has(row.name)) listed.set(row.name, row);
  const words = [...new Set(data.pipeline.flatMap((row) => row.product ?? []))];
  const nameOf = (word: string) => (listed.has(word) ? word : (mapping.products[word] ?? word));
  const names = [...new Set([...listed.keys(), ...words.map(nameOf)])];
  const found = await query<Known & { series: string | null; listPrice: number | null }>(
    em,
    `select id, name, external_key is not null as imported, series, list_price as "listPrice"
     from product where name = any($1::text[])`,
    [names],
  );
  const known = new Map(found.map((row) => [row.name, row]));
  const refs = new Map<string, ProductRef>();
  const created: object[] = [];
  for (const name of names) {
    const row = listed.get(name);
    const facts = { series: row?.series ?? null, listPrice: row?.listPrice ?? null };
    const was = known.get(name);
    const ref = { id: was?.id ?? deps.newId(), name, listPrice: was ? was.listPrice : facts.listPrice };
    refs.set(name, ref);
    if (!was) created.push({ ...ref, ...facts, key: externalKey.product(name) });
    else if (row && was.imported) tally.compare(row, name, was, facts);
    else tally.unchanged += 1;
  }
  tally.created += created.length;
  await query(
    em,
    `insert into product (id, name, series, list_price, external_key)
     select id, name, series, "listPrice", key
     from jsonb_to_recordset($1::jsonb) as r(id text, name text, series text, "listPrice" numeric, key text)`,
    [JSON.stringify(created)],
  );
  for (const word of words) {
    const ref = refs.get(nameOf(word));
    if (ref) refs.set(word, ref);
  }
  return refs;
}
