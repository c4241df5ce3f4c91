import { type EntityManager, queryOne } from '@dealwright/store';
import type { Role } from './Person.ts';
import { groupPrincipal, rolePrincipal } from './principals.ts';

/** What a person is to the worklist: `p:<id>`, `g:<group>` for each group and `r:<role>` for each role. */
export async function principalsOf(em: EntityManager, personId: string): Promise<string[]> {
  const person = await queryOne<{ roles: readonly Role[]; groups: readonly string[]; demo: boolean }>(
    em,
    `select roles, groups, demo from person where id = $1 and active`,
    [personId],
  );
  if (!person) return [];
  const { demo } = person;
  return [
    `p:${personId}`,
    ...person.groups.map((group) => groupPrincipal(group, demo)),
    ...person.roles.map((role) => rolePrincipal(role, demo)),
  ];
}
