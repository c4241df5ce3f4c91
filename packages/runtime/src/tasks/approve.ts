import { type InstanceRow, logCommand, query, setOffered, type TaskRow } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { keptResult } from '../commandResult.ts';
import { CommandIdUsed } from '../errors/CommandIdUsed.ts';
import { TaskNotYours } from '../errors/TaskNotYours.ts';
import { advance } from '../instances/advance.ts';
import { persons } from '../plan/planTask.ts';
import type { CompleteRequest } from '../Runtime.ts';
import { commandOf } from './complete.ts';
import type { Completed } from './Completed.ts';

/**
 * Whether this person's approval is the last one missing (会签). Throws `TaskNotYours` when they are not among the
 * candidates or have approved before.
 */
export function approvesAlone(task: TaskRow, actorId: string): boolean {
  if (!persons(task.candidates).includes(actorId)) throw new TaskNotYours(task.id, false);
  const missing = missingApprovers(task);
  if (!missing.includes(actorId)) throw new TaskNotYours(task.id, true);
  return missing.length === 1;
}

/** Notes an approval that is not the last; what the person entered is kept, and the task goes from their list. */
export async function approve(
  core: Core,
  unit: Unit,
  instance: InstanceRow,
  task: TaskRow,
  request: CompleteRequest,
): Promise<Completed> {
  const { em } = unit;
  const { actorId, commandId, variables } = request;
  const answer: Completed = { instanceId: instance.id, nextTasks: [], finished: false };
  const approval = { by: actorId, at: core.nowIso() };
  await query(
    em,
    `update open_task set approvals = approvals || $2::jsonb, draft = null, revision = revision + 1 where id = $1`,
    [task.id, JSON.stringify([approval])],
  );
  await setOffered(
    em,
    [task.id],
    missingApprovers(task)
      .filter((person) => person !== actorId)
      .map((person) => `p:${person}`),
  );
  const result = keptResult(commandOf(request), answer);
  const first = await logCommand(em, { id: commandId, instanceId: instance.id, result, at: approval.at });
  if (!first) throw new CommandIdUsed(commandId);
  await advance(core, unit, {
    instanceId: instance.id,
    deploymentId: instance.deploymentId,
    loaded: instance,
    // written as the completion's values will be: what is one instance's own of a repeated task stays its own
    commands: [{ type: 'setVariables', token: task.token, variables }],
    actorId,
    audit: [
      {
        id: core.options.newId(),
        action: 'task.approve',
        subjectType: 'task',
        subjectId: task.id,
        before: null,
        after: { nodeId: task.nodeId, variables },
      },
    ],
  });
  return answer;
}

function missingApprovers(task: TaskRow): string[] {
  const approved = new Set(task.approvals.map((approval) => approval.by));
  return persons(task.candidates).filter((person) => !approved.has(person));
}
