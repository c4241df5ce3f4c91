import { type EntityManager, query, queryOne } from '@dealwright/store';
import type { PersonRef } from '../people/Person.ts';
import type { SalesDeps } from '../SalesDeps.ts';
import { DEMO_FINANCE, DEMO_MANAGER, DEMO_REPS, DEMO_TEAM, type DemoMember } from './cast.ts';

export interface DemoPeople {
  readonly managerId: string;
  readonly financeId: string;
  readonly reps: readonly [PersonRef, ...PersonRef[]];
  readonly count: number;
}

/**
 * Makes the demo team, reporting to whoever loads it. `passwordHash` is what each of them signs in with; null: nobody
 * can.
 */
export async function insertPeople(
  em: EntityManager,
  deps: Omit<SalesDeps, 'em'>,
  reportsTo: string | null,
  passwordHash: string | null,
): Promise<DemoPeople> {
  const team = await queryOne<{ id: string }>(
    em,
    `insert into team (id, name, demo) values ($1, $2, true) on conflict (name) do update set name = excluded.name
     returning id`,
    [deps.newId(), DEMO_TEAM],
  );
  const insert = async (member: DemoMember, managerId: string | null): Promise<PersonRef> => {
    const id = deps.newId();
    await query(
      em,
      `insert into person (id, name, email, password_hash, manager_id, team_id, roles, groups, demo, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, true, $9)`,
      [
        id,
        member.name,
        member.email,
        passwordHash,
        managerId,
        team?.id ?? null,
        member.roles,
        member.groups,
        new Date(deps.now()),
      ],
    );
    return { id, name: member.name };
  };
  const manager = await insert(DEMO_MANAGER, reportsTo);
  const finance = await insert(DEMO_FINANCE, manager.id);
  const reps: PersonRef[] = [];
  for (const member of DEMO_REPS) reps.push(await insert(member, manager.id));
  const [first, ...others] = reps;
  if (!first) throw new Error('the demo has no reps');
  return { managerId: manager.id, financeId: finance.id, reps: [first, ...others], count: reps.length + 2 };
}
