import { type EntityManager, queryOne } from '@dealwright/store';
import type { Role } from './Person.ts';

/** What a person is to the worklist: `p:<id>`, `g:<group>` for each group and `r:<role>` for each role. */
export async function principalsOf(em: EntityManager, personId: string): Promise<string[]> {
  const person = await queryOne<{ roles: readonly Role[]; groups: readonly string[] }>(
    em,
    `select roles, groups from person where id = $1 and active`,
    [personId],
  );
  if (!person) return [];
  return [`p:${personId}`, ...person.groups.map((group) => `g:${group}`), ...person.roles.map((role) => `r:${role}`)];
}
