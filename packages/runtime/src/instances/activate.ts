import { findCommand } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { type CommandOf, keptResult, repeatedResult } from '../commandResult.ts';
import type { ActivateRequest } from '../Runtime.ts';
import { advance } from './advance.ts';
import { lockedInstance } from './lockedInstance.ts';

export interface Activated {
  readonly instanceId: string;
  /** ids of the tasks that it led to */
  readonly nextTasks: readonly string[];
}

/**
 * Starts one more activity of an ad-hoc subprocess (BPMN 2.0.2, 10.3.5), once for a command id. Throws `NotFound`, and
 * `CommandRejected` when the token has opened none or the activity can not be started now.
 */
export async function activate(core: Core, unit: Unit, request: ActivateRequest): Promise<Activated> {
  const { instanceId, token, nodeId, variables, actorId, commandId } = request;
  const of: CommandOf = { kind: 'activate', subject: `${instanceId}:${token}:${nodeId}`, actorId };
  const instance = await lockedInstance(unit.em, instanceId);
  const earlier = await findCommand(unit.em, commandId);
  if (earlier) return repeatedResult(commandId, of, earlier.result) as Activated;
  const answer = (tasks: readonly { token: number }[]): Activated => ({
    instanceId,
    nextTasks: tasks.map((task) => `${instanceId}:${task.token}`),
  });
  const { tasks } = await advance(core, unit, {
    instanceId,
    deploymentId: instance.deploymentId,
    loaded: instance,
    commands: [{ type: 'activate', token, node: nodeId, variables }],
    actorId,
    audit: [
      {
        id: core.options.newId(),
        action: 'instance.activate',
        subjectType: 'instance',
        subjectId: instanceId,
        before: null,
        after: { token, nodeId, variables },
      },
    ],
    command: { id: commandId, result: (plan) => keptResult(of, answer(plan.tasks)) },
  });
  await request.within?.(unit.em, instanceId);
  return answer(tasks);
}
