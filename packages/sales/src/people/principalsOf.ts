import { type EntityManager, lookup, prepared, query } from '@dealwright/store';
import type { Role } from './Person.ts';
import { groupPrincipal, rolePrincipal } from './principals.ts';

/** What of a person says which lists they see. */
export interface Membership {
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  readonly demo: boolean;
}

const FIND = prepared('select id, roles, groups, demo from person where id = any($1::text[]) and active');

const membershipOf = lookup<Membership>(async (em, ids) => {
  const rows = await query<Membership & { id: string }>(em, FIND, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
});

/** What a person is to the worklist: `p:<id>`, `g:<group>` for each group and `r:<role>` for each role. */
export async function principalsOf(em: () => EntityManager, personId: string): Promise<string[]> {
  const person = await membershipOf(em, personId);
  return person ? principalsIn(personId, person) : [];
}

export function principalsIn(personId: string, person: Membership): string[] {
  const { demo } = person;
  return [
    `p:${personId}`,
    ...person.groups.map((group) => groupPrincipal(group, demo)),
    ...person.roles.map((role) => rolePrincipal(role, demo)),
  ];
}
