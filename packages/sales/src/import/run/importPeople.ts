import { type EntityManager, query } from '@dealwright/store';
import type { CrmExport } from '../CrmExport.ts';
import type { ImportDeps } from '../ImportDeps.ts';
import { externalKey } from './externalKey.ts';
import type { Tally } from './Tally.ts';

interface Wanted {
  readonly file: string;
  readonly line: number;
  readonly roles: ('manager' | 'rep')[];
  manager: string | null;
  team: string | null;
}

/**
 * Makes the people of an export: agents are reps, whoever is somebody's manager is a manager, the office is the team.
 * Gives name → id. People imported before are left as they are; a different manager or team is a conflict.
 */
export async function importPeople(
  em: EntityManager,
  deps: ImportDeps,
  data: CrmExport,
  tally: Tally,
): Promise<Map<string, string>> {
  const wanted = peopleOf(data);
  const teams = await importTeams(em, deps, [...wanted.values()]);
  const keys = [...wanted.keys()].map(externalKey.person);
  const found = await query<{ id: string; key: string; manager: string | null; team: string | null }>(
    em,
    `select p.id, p.external_key as key, m.external_key as manager, t.name as team
     from person p left join person m on m.id = p.manager_id left join team t on t.id = p.team_id
     where p.external_key = any($1::text[])`,
    [keys],
  );
  const known = new Map(found.map((row) => [row.key, row]));
  const ids = new Map(
    [...wanted.keys()].map((name) => [name, known.get(externalKey.person(name))?.id ?? deps.newId()]),
  );
  const created: object[] = [];
  for (const [name, person] of wanted) {
    const was = known.get(externalKey.person(name));
    const manager = person.manager === null ? null : externalKey.person(person.manager);
    if (was) {
      tally.compare(person, name, { manager: was.manager, team: was.team }, { manager, team: person.team });
      continue;
    }
    tally.created += 1;
    created.push({
      id: ids.get(name),
      name,
      email: placeholderEmail(name, ids.get(name) ?? ''),
      roles: person.roles,
      manager_id: ids.get(person.manager ?? '') ?? null,
      team_id: teams.get(person.team ?? '') ?? null,
      external_key: externalKey.person(name),
    });
  }
  // the manager column points into the same table: one statement inserts all, and keys are checked at its end
  await query(
    em,
    `insert into person (id, name, email, roles, manager_id, team_id, external_key, created_at)
     select id, name, email, roles, manager_id, team_id, external_key, $2
     from jsonb_to_recordset($1::jsonb) as r(id text, name text, email text, roles text[], manager_id text,
       team_id text, external_key text)`,
    [JSON.stringify(created), new Date(deps.now())],
  );
  return ids;
}

function peopleOf(data: CrmExport): Map<string, Wanted> {
  const people = new Map<string, Wanted>();
  const add = (name: string, row: { file: string; line: number }, role: 'manager' | 'rep'): Wanted => {
    const person = people.get(name) ?? { file: row.file, line: row.line, roles: [], manager: null, team: null };
    if (!person.roles.includes(role)) person.roles.push(role);
    people.set(name, person);
    return person;
  };
  for (const row of data.teams) {
    const repeated = people.get(row.agent)?.roles.includes('rep') ?? false;
    const agent = add(row.agent, row, 'rep');
    if (row.manager !== null) {
      const manager = add(row.manager, row, 'manager');
      manager.team ??= row.office;
    }
    if (repeated) continue;
    agent.team = row.office;
    agent.manager = row.manager === row.agent ? null : row.manager;
  }
  for (const row of data.pipeline) if (!people.has(row.agent)) add(row.agent, row, 'rep');
  return people;
}

async function importTeams(
  em: EntityManager,
  deps: ImportDeps,
  people: readonly Wanted[],
): Promise<Map<string, string>> {
  const names = [...new Set(people.flatMap((person) => person.team ?? []))];
  const rows = await query<{ id: string; name: string }>(
    em,
    `insert into team (id, name) select * from unnest($1::text[], $2::text[])
     on conflict (name) do update set name = excluded.name returning id, name`,
    [names.map(() => deps.newId()), names],
  );
  return new Map(rows.map((row) => [row.name, row.id]));
}

/** Nobody receives mail under `.invalid` (RFC 2606); the id keeps two people of one name apart. */
function placeholderEmail(name: string, id: string): string {
  const word = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '.')
    .replaceAll(/^\.|\.$/g, '');
  return `${word || 'person'}.${id.slice(-8).toLowerCase()}@crm-import.invalid`;
}
