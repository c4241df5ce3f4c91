import { type EntityManager, query } from '@dealwright/store';
import type { PersonRef, PersonRow, Role } from './Person.ts';

interface Found {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  readonly managerId: string | null;
  readonly managerName: string | null;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly active: boolean;
  readonly canSignIn: boolean;
  readonly openTasks: number;
  readonly openDeals: number;
  readonly demo: boolean;
}

/** Everybody, by name, with how much each has open. */
export async function listPeople(em: EntityManager): Promise<PersonRow[]> {
  const found = await query<Found>(
    em,
    `select p.id, p.name, p.email, p.roles, p.groups, p.active, p.demo,
            p.manager_id as "managerId", m.name as "managerName", p.team_id as "teamId", t.name as "teamName",
            p.password_hash is not null as "canSignIn",
            coalesce(tasks.n, 0) as "openTasks", coalesce(deals.n, 0) as "openDeals"
     from person p
     left join person m on m.id = p.manager_id
     left join team t on t.id = p.team_id
     left join (select assignee_id, count(*) as n from task where status = 'open' group by 1) tasks
       on tasks.assignee_id = p.id
     left join (select d.owner_id, count(*) as n from deal d join instance i on i.id = d.instance_id
                where i.status = 'active' group by 1) deals on deals.owner_id = p.id
     order by p.name, p.id`,
  );
  return found.map(({ managerId, managerName, teamId, teamName, ...person }) => ({
    ...person,
    manager: managerId === null ? null : { id: managerId, name: managerName ?? '' },
    team: teamId === null ? null : { id: teamId, name: teamName ?? '' },
  }));
}

/** Active people for pickers, by name. */
export function personNames(em: EntityManager): Promise<PersonRef[]> {
  return query<PersonRef>(em, `select id, name from person where active order by name, id`);
}

export function listTeams(em: EntityManager): Promise<{ id: string; name: string }[]> {
  return query(em, `select id, name from team order by name`);
}

/** Every group that somebody is in; a group is only its key. */
export async function listGroups(em: EntityManager): Promise<string[]> {
  const rows = await query<{ key: string }>(em, `select distinct unnest(groups) as key from person order by 1`);
  return rows.map((row) => row.key);
}
