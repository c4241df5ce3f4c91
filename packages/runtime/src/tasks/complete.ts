import {
  type CommitPlan,
  type EntityManager,
  findCommand,
  findCompletion,
  findTask,
  type InstanceRow,
  type TaskRow,
} from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { type CommandOf, repeatedResult } from '../commandResult.ts';
import { CommandIdUsed } from '../errors/CommandIdUsed.ts';
import { NotFound } from '../errors/NotFound.ts';
import { TaskGone } from '../errors/TaskGone.ts';
import { TaskTaken } from '../errors/TaskTaken.ts';
import { type Advance, advance } from '../instances/advance.ts';
import { lockedInstance } from '../instances/lockedInstance.ts';
import type { CompleteRequest } from '../Runtime.ts';
import { approve, approvesAlone } from './approve.ts';
import type { Completed } from './Completed.ts';

/**
 * Completes a task, once for a command id; repeated, it answers the same, also when both come at once, because the
 * second waits for the instance's lock. Throws `NotFound`, `TaskGone`, `TaskTaken`, `TaskNotYours`.
 */
export async function complete(core: Core, unit: Unit, request: CompleteRequest): Promise<Completed> {
  const { em } = unit;
  const seen = await findTask(em, request.taskId, 'read');
  if (!seen) throw new NotFound('task', request.taskId);
  const instance = await lockedInstance(em, seen.instanceId);
  const task = await findTask(em, request.taskId, 'lock');
  const earlier = await findAnswer(em, request, task);
  if (earlier) return earlier;
  if (!task) throw new NotFound('task', request.taskId);
  checkOpen(task);
  checkHolder(task, request.actorId);
  const completed =
    task.approve === 'all' && !approvesAlone(task, request.actorId)
      ? await approve(core, unit, instance, task, request)
      : await finishTask(core, unit, instance, task, request);
  await request.within?.(em, instance.id);
  return completed;
}

/**
 * What the command answered when it was done, or null: kept with the task it closed, an approval's in the log. Throws
 * `CommandIdUsed` when it was another person's.
 */
export async function findAnswer(
  em: EntityManager,
  request: CompleteRequest,
  task: TaskRow | null,
): Promise<Completed | null> {
  const { commandId, actorId } = request;
  const completion = task?.status === 'completed' ? await findCompletion(em, task.id) : null;
  if (task && completion?.commandId === commandId) {
    if (completion.completedBy !== actorId) throw new CommandIdUsed(commandId);
    const nextTasks = completion.ledTo.map((token) => `${task.instanceId}:${token}`);
    return { instanceId: task.instanceId, nextTasks, finished: completion.finished };
  }
  if (task?.approve !== 'all') return null;
  const logged = await findCommand(em, commandId);
  return logged ? (repeatedResult(commandId, commandOf(request), logged.result) as Completed) : null;
}

async function finishTask(
  core: Core,
  unit: Unit,
  instance: InstanceRow,
  task: TaskRow,
  request: CompleteRequest,
): Promise<Completed> {
  return answerOf(await advance(core, unit, completion(instance, task, request)));
}

/** What completes a task, for `advance`. */
export function completion(
  instance: InstanceRow,
  task: Pick<TaskRow, 'token' | 'revision'>,
  request: CompleteRequest,
): Advance {
  return {
    instanceId: instance.id,
    deploymentId: instance.deploymentId,
    loaded: instance,
    commands: [{ type: 'complete', token: task.token, variables: request.variables }],
    actorId: request.actorId,
    closing: {
      token: task.token,
      revision: task.revision,
      commandId: request.commandId,
    },
  };
}

export function answerOf({ instance, tasks }: Pick<CommitPlan, 'instance' | 'tasks'>): Completed {
  const opened = tasks.map(({ token, nodeId, assigneeId, candidates, dueAt }) => ({
    id: `${instance.id}:${token}`,
    nodeId,
    assigneeId,
    candidates,
    dueAt,
  }));
  return {
    instanceId: instance.id,
    nextTasks: opened.map(({ id }) => id),
    finished: instance.status !== 'active',
    opened,
  };
}

export function commandOf({ taskId, actorId }: CompleteRequest): CommandOf {
  return { kind: 'complete', subject: taskId, actorId };
}

/** The task, locked. Throws `NotFound`, and `TaskGone` when it is closed. */
export async function openTask(em: EntityManager, taskId: string): Promise<TaskRow> {
  const task = await findTask(em, taskId, 'lock');
  if (!task) throw new NotFound('task', taskId);
  checkOpen(task);
  return task;
}

export function checkOpen({ id, status, completedBy, completedAt }: TaskRow): void {
  if (status !== 'open') throw new TaskGone(id, status, completedBy, completedAt);
}

export function checkHolder(
  task: Pick<TaskRow, 'id' | 'assigneeId' | 'claimedAt' | 'createdAt'>,
  actorId: string,
): void {
  if (task.assigneeId === null || task.assigneeId === actorId) return;
  throw new TaskTaken(task.id, task.assigneeId, task.claimedAt ?? task.createdAt);
}
