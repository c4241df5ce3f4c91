import { DatabaseError, type EntityManager, query, queryOne, transaction } from '@dealwright/store';
import type { SalesDeps } from '../SalesDeps.ts';
import { SalesError } from '../SalesError.ts';
import { writeAudit } from '../writeAudit.ts';
import type { PersonFacts, Role } from './Person.ts';
import { handOverTasks } from './handOverTasks.ts';
import { reportsOf } from './visibleOwners.ts';

/** Throws `email-taken`, `manager-unknown`. */
export async function createPerson(
  deps: SalesDeps,
  request: PersonFacts & { readonly actorId: string | null; readonly demo?: boolean; readonly passwordHash?: string },
): Promise<{ id: string }> {
  const id = deps.newId();
  return refuseTakenEmail(request.email, () =>
    transaction(deps.em(), async (em) => {
      await checkManager(em, id, request.managerId);
      const teamId = await teamIdOf(em, deps, request.teamName, request.demo ?? false);
      await query(
        em,
        `insert into person (id, name, email, password_hash, manager_id, team_id, roles, groups, demo, created_at)
         values ($1, $2, lower($3), $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          request.name,
          request.email,
          request.passwordHash ?? null,
          request.managerId,
          teamId,
          request.roles,
          request.groups,
          request.demo ?? false,
          new Date(deps.now()),
        ],
      );
      const { name, email, roles, groups, managerId, teamName } = request;
      await writeAudit(em, deps, {
        actorId: request.actorId,
        action: 'person.create',
        subjectType: 'person',
        subjectId: id,
        before: null,
        after: { name, email, roles, groups, managerId, teamName },
      });
      return { id };
    }),
  );
}

export type PersonChanges = { readonly [Key in keyof PersonFacts]?: PersonFacts[Key] | undefined } & {
  readonly active?: boolean | undefined;
};

/**
 * Changes what is given and leaves the rest. Throws `not-found`, `email-taken`, `manager-unknown`, `manager-circle`
 * (somebody would report to themselves), `own-access` (an admin would lock themselves out), `last-admin` (nobody could
 * administer any more). Whoever is deactivated leaves their open tasks to others, see `handOverTasks`.
 */
export async function updatePerson(
  deps: SalesDeps,
  request: { readonly id: string; readonly changes: PersonChanges; readonly actorId: string | null },
): Promise<void> {
  await refuseTakenEmail(request.changes.email ?? '', () =>
    transaction(deps.em(), async (em) => {
      // all people are locked in one order: two changes at once could otherwise each leave the other as last admin
      // ("no key": a task that is being given to one of them at this moment need not wait, nor be waited for)
      await query(em, `select id from person order by id for no key update`);
      const before = await factsOf(em, request.id);
      const given = Object.entries(request.changes).filter(([, value]) => value !== undefined);
      const after = { ...before, ...Object.fromEntries(given) } as typeof before;
      await checkManager(em, request.id, after.managerId);
      const teamId = await teamIdOf(em, deps, after.teamName, false);
      await query(
        em,
        `update person set name = $2, email = lower($3), roles = $4, groups = $5, manager_id = $6, team_id = $7, active = $8
         where id = $1`,
        [request.id, after.name, after.email, after.roles, after.groups, after.managerId, teamId, after.active],
      );
      await checkAdminLeft(em, before);
      refuseOwnAccess(request, before, after);
      const changed = Object.keys(after).filter(
        (key) =>
          JSON.stringify(before[key as keyof typeof before]) !== JSON.stringify(after[key as keyof typeof after]),
      );
      if (changed.length === 0) return;
      const pick = (facts: object) =>
        Object.fromEntries(Object.entries(facts).filter(([key]) => changed.includes(key)));
      await writeAudit(em, deps, {
        actorId: request.actorId,
        action: 'person.update',
        subjectType: 'person',
        subjectId: request.id,
        before: pick(before),
        after: pick(after),
      });
      if (before.active && !after.active) await handOverTasks(em, deps, request);
    }),
  );
}

async function factsOf(em: EntityManager, id: string): Promise<PersonFacts & { readonly active: boolean }> {
  const person = await queryOne<PersonFacts & { readonly active: boolean }>(
    em,
    `select p.name, p.email, p.roles, p.groups, p.manager_id as "managerId", t.name as "teamName", p.active
     from person p left join team t on t.id = p.team_id where p.id = $1`,
    [id],
  );
  if (!person) throw new SalesError('not-found', { en: 'There is no such person.', zh: '没有此人员。' });
  return person;
}

async function teamIdOf(
  em: EntityManager,
  deps: SalesDeps,
  name: string | null,
  demo: boolean,
): Promise<string | null> {
  if (name === null) return null;
  const row = await queryOne<{ id: string }>(
    em,
    // the no-op update makes `returning` answer for a team that was there already
    `insert into team (id, name, demo) values ($1, $2, $3) on conflict (name) do update set name = excluded.name
     returning id`,
    [deps.newId(), name, demo],
  );
  return row?.id ?? null;
}

async function checkManager(em: EntityManager, personId: string, managerId: string | null): Promise<void> {
  if (managerId === null) return;
  const manager = await queryOne(em, `select id from person where id = $1`, [managerId]);
  if (!manager)
    throw new SalesError(
      'manager-unknown',
      { en: 'The manager is not known.', zh: '找不到所选主管。' },
      { place: { field: 'managerId' } },
    );
  const below = await reportsOf(em, personId);
  if (below.includes(managerId) || managerId === personId)
    throw new SalesError(
      'manager-circle',
      { en: 'Nobody can report to themselves, directly or through others.', zh: '汇报关系不能形成循环。' },
      { place: { field: 'managerId' } },
    );
}

interface Access {
  readonly active: boolean;
  readonly roles: readonly Role[];
}

function refuseOwnAccess(
  request: { readonly id: string; readonly actorId: string | null },
  before: Access,
  after: Access,
): void {
  if (request.id !== request.actorId) return;
  const demoted = before.roles.includes('admin') && !after.roles.includes('admin');
  if (after.active && !demoted) return;
  throw new SalesError(
    'own-access',
    {
      en: 'You cannot deactivate yourself or give up your own admin role. Ask another admin to do it.',
      zh: '不能停用自己的账号，也不能移除自己的管理员角色，请由其他管理员操作。',
    },
    { place: { field: after.active ? 'roles' : 'active' } },
  );
}

/** As the first start asks: an admin of the demo, or one who has no password yet, could not let anybody in. */
async function checkAdminLeft(em: EntityManager, before: PersonFacts & { readonly active: boolean }): Promise<void> {
  if (!before.active || !before.roles.includes('admin')) return;
  const admin = await queryOne(
    em,
    `select id from person
     where active and 'admin' = any(roles) and not demo and password_hash is not null limit 1`,
  );
  if (!admin)
    throw new SalesError(
      'last-admin',
      {
        en: 'This is the last active admin. Make somebody else an admin first.',
        zh: '这是最后一位有效的管理员，请先指定其他管理员。',
      },
      { place: { field: 'roles' } },
    );
}

async function refuseTakenEmail<Result>(email: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError && error.sqlState === '23505' && error.constraint?.includes('email'))
      throw new SalesError(
        'email-taken',
        { en: `${email} belongs to somebody else already.`, zh: `邮箱 ${email} 已被其他人使用。` },
        { place: { field: 'email' } },
      );
    throw error;
  }
}
