import { type EntityManager, query } from '@dealwright/store';
import type { DealScope } from '../DealScope.ts';
import type { Role } from './Person.ts';

/**
 * Whose deals a person may see: an admin everybody's; a manager their own and those of everybody who reports to them,
 * through however many levels; a rep their own.
 */
export async function visibleOwners(
  em: () => EntityManager,
  person: { readonly id: string; readonly roles: readonly Role[] },
): Promise<DealScope> {
  if (person.roles.includes('admin')) return { kind: 'all' };
  if (!person.roles.includes('manager')) return { kind: 'owners', ownerIds: [person.id] };
  return { kind: 'owners', ownerIds: await reportsOf(em(), person.id) };
}

/** The person and everybody below in the reporting line. `union` ends the walk even if the line had a circle. */
export async function reportsOf(em: EntityManager, personId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    em,
    `with recursive below as (
       select id from person where id = $1
       union select p.id from person p join below on p.manager_id = below.id)
     select id from below`,
    [personId],
  );
  return rows.map((row) => row.id);
}
