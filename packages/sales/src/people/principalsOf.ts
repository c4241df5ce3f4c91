import { type EntityManager, queryOne } from '@dealwright/store';
import type { Role } from './Person.ts';
import { groupPrincipal, rolePrincipal } from './principals.ts';

/** What of a person says which lists they see. */
export interface Membership {
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  readonly demo: boolean;
}

/** What a person is to the worklist: `p:<id>`, `g:<group>` for each group and `r:<role>` for each role. */
export async function principalsOf(em: EntityManager, personId: string): Promise<string[]> {
  const person = await queryOne<Membership>(em, `select roles, groups, demo from person where id = $1 and active`, [
    personId,
  ]);
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
