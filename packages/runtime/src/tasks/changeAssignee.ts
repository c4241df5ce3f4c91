import { type AuditEntry, type EntityManager, query, setAssignee, type TaskRow } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { TaskHasNoCandidates } from '../errors/TaskHasNoCandidates.ts';
import { TaskIsShared } from '../errors/TaskIsShared.ts';
import { checkHolder, openTask } from './complete.ts';

/** Takes a task that is nobody's. Claimed again by who has it, nothing changes. Throws `TaskGone`, `TaskTaken`, `TaskIsShared`. */
export async function claim(core: Core, unit: Unit, request: { taskId: string; actorId: string }): Promise<void> {
  const task = await openTask(unit.em, request.taskId);
  refuseShared(task);
  checkHolder(task, request.actorId);
  if (task.assigneeId === request.actorId) return;
  await change(core, unit, task, 'task.claim', request.actorId, request.actorId);
}

/** Puts a task back before its candidates. Throws `TaskGone`, `TaskTaken`, `TaskHasNoCandidates`. */
export async function release(core: Core, unit: Unit, request: { taskId: string; actorId: string }): Promise<void> {
  const task = await openTask(unit.em, request.taskId);
  checkHolder(task, request.actorId);
  if (task.assigneeId === null) return;
  if (task.candidates.length === 0) throw new TaskHasNoCandidates(task.id);
  await change(core, unit, task, 'task.release', null, request.actorId);
}

/** Gives a task to a person, whoever has it now. Throws `TaskGone`, `TaskIsShared`. */
export async function assign(
  core: Core,
  unit: Unit,
  request: { taskId: string; assigneeId: string; actorId: string },
): Promise<void> {
  const task = await openTask(unit.em, request.taskId);
  refuseShared(task);
  if (task.assigneeId === request.assigneeId) return;
  await change(core, unit, task, 'task.assign', request.assigneeId, request.actorId);
}

function refuseShared(task: TaskRow): void {
  if (task.approve === 'all') throw new TaskIsShared(task.id);
}

async function change(
  core: Core,
  unit: Unit,
  task: TaskRow,
  action: string,
  assigneeId: string | null,
  actorId: string,
): Promise<void> {
  const at = core.nowIso();
  await setAssignee(unit.em, {
    taskId: task.id,
    assigneeId,
    claimedAt: assigneeId === null ? null : at,
    offeredTo: assigneeId === null ? task.candidates : [],
  });
  await writeAudit(unit.em, actorId, at, {
    id: core.options.newId(),
    action,
    subjectType: 'task',
    subjectId: task.id,
    before: { assigneeId: task.assigneeId },
    after: { assigneeId },
  });
  unit.touched({ instanceId: task.instanceId, processId: task.processId });
}

/** An entry of the audit trail beside a commit plan. */
export async function writeAudit(
  em: EntityManager,
  actorId: string | null,
  at: string,
  entry: AuditEntry,
): Promise<void> {
  await query(
    em,
    `insert into audit (id, at, actor_id, action, subject_type, subject_id, before, after)
     values ($1, $2::timestamptz, $3, $4, $5, $6, $7::jsonb, $8::jsonb)`,
    [
      entry.id,
      at,
      actorId,
      entry.action,
      entry.subjectType,
      entry.subjectId,
      JSON.stringify(entry.before),
      JSON.stringify(entry.after),
    ],
  );
}
