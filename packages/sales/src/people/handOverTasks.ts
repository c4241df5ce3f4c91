import { type EntityManager, query, queryOne, setAssignee, setOffered } from '@dealwright/store';
import type { SalesDeps } from '../SalesDeps.ts';
import { writeAudit } from '../writeAudit.ts';
import { groupPrincipal, rolePrincipal } from './principals.ts';

interface OpenTask {
  readonly id: string;
  readonly assigneeId: string | null;
  readonly candidates: readonly string[];
  readonly approve: 'any' | 'all';
  readonly approvals: readonly { readonly by: string }[];
}

/** Who takes over: the nearest active manager up the line, and the principal of all managers when there is none. */
interface Heirs {
  readonly managerId: string | null;
  readonly managers: string;
  /** principals of groups that still have somebody */
  readonly groups: ReadonlySet<string>;
  /** principals of groups that the leaver was the last of */
  readonly orphaned: readonly string[];
}

/**
 * Gives away the open tasks of somebody who is leaving, in the transaction that deactivates them: what they claimed from
 * a group goes back to it, everything else to their manager, or before all managers when there is none. An approval
 * that they still owed (会签) is their manager's. A task of a group that they were the last of goes before the managers.
 */
export async function handOverTasks(
  em: EntityManager,
  deps: Omit<SalesDeps, 'em'>,
  request: { readonly id: string; readonly actorId: string | null },
): Promise<void> {
  const heirs = await heirsOf(em, request.id);
  const tasks = await query<OpenTask>(
    em,
    `select id, assignee_id as "assigneeId", candidates, approve, approvals from open_task
     where (assignee_id = $1 or assignee_id is null and candidates && $2::text[])
     order by id for update`,
    [request.id, [`p:${request.id}`, ...heirs.orphaned]],
  );
  for (const task of tasks) {
    const to = handedOn(task, request.id, heirs);
    if (to === null) continue;
    await query(em, 'update open_task set candidates = $2, approve = $3, revision = revision + 1 where id = $1', [
      task.id,
      to.candidates,
      to.approve,
    ]);
    if (to.assigneeId === task.assigneeId) await setOffered(em, [task.id], to.offeredTo);
    else {
      const claimedAt = to.assigneeId === null ? null : new Date(deps.now()).toISOString();
      await setAssignee(em, { taskId: task.id, assigneeId: to.assigneeId, claimedAt, offeredTo: to.offeredTo });
    }
    await writeAudit(em, deps, {
      actorId: request.actorId,
      action: 'task.assign',
      subjectType: 'task',
      subjectId: task.id,
      before: { assigneeId: task.assigneeId, candidates: task.candidates },
      after: { assigneeId: to.assigneeId, candidates: to.candidates },
    });
  }
}

interface HandedOn {
  readonly assigneeId: string | null;
  readonly candidates: readonly string[];
  readonly approve: 'any' | 'all';
  readonly offeredTo: readonly string[];
}

/** Null when nothing need change: an approval that was given already. */
function handedOn(task: OpenTask, leaver: string, heirs: Heirs): HandedOn | null {
  if (task.approve === 'all') return approvalHandedOn(task, leaver, heirs);
  const others = task.candidates.filter(
    (one) => heirs.groups.has(one) || (one.startsWith('p:') && one !== `p:${leaver}`),
  );
  if (others.length > 0) {
    return { assigneeId: null, candidates: others, approve: 'any', offeredTo: others };
  }
  if (heirs.managerId === null) {
    return { assigneeId: null, candidates: [heirs.managers], approve: 'any', offeredTo: [heirs.managers] };
  }
  const manager = `p:${heirs.managerId}`;
  return {
    assigneeId: heirs.managerId,
    candidates: [manager, heirs.managers],
    approve: 'any',
    offeredTo: [],
  };
}

function approvalHandedOn(task: OpenTask, leaver: string, heirs: Heirs): HandedOn | null {
  const done = new Set(task.approvals.map((approval) => `p:${approval.by}`));
  if (done.has(`p:${leaver}`)) return null;
  const left = task.candidates.filter((one) => one !== `p:${leaver}`);
  const heir = heirs.managerId === null ? null : `p:${heirs.managerId}`;
  const candidates = heir === null || left.includes(heir) ? left : [...left, heir];
  const missing = candidates.filter((one) => one.startsWith('p:') && !done.has(one));
  if (missing.length > 0) return { assigneeId: null, candidates, approve: 'all', offeredTo: missing };
  // everybody else has approved: the decision that is left is one for the managers
  return { assigneeId: null, candidates: [heirs.managers], approve: 'any', offeredTo: [heirs.managers] };
}

async function heirsOf(em: EntityManager, leaver: string): Promise<Heirs> {
  const person = await queryOne<{ demo: boolean; groups: readonly string[] }>(
    em,
    `select demo, groups from person where id = $1`,
    [leaver],
  );
  const demo = person?.demo ?? false;
  const manager = await queryOne<{ id: string }>(
    em,
    `with recursive above as (
       select manager_id as id, 1 as level from person where id = $1
       union all select p.manager_id, above.level + 1 from person p join above on p.id = above.id where above.level < 50)
     select p.id from above join person p on p.id = above.id where p.active order by above.level limit 1`,
    [leaver],
  );
  const groups = await query<{ key: string }>(
    em,
    `select distinct unnest(groups) as key from person where active and demo = $1`,
    [demo],
  );
  const left = new Set(groups.map(({ key }) => groupPrincipal(key, demo)));
  const own = person?.groups.map((group) => groupPrincipal(group, demo)) ?? [];
  return {
    managerId: manager?.id ?? null,
    managers: rolePrincipal('manager', demo),
    groups: left,
    orphaned: own.filter((group) => !left.has(group)),
  };
}
