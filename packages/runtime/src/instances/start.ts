import type { Command } from '@dealwright/engine';
import { findCommand, latestDeploymentId } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { type CommandOf, keptResult, repeatedResult } from '../commandResult.ts';
import { NotFound } from '../errors/NotFound.ts';
import type { StartRequest } from '../Runtime.ts';
import { advance } from './advance.ts';

export interface Start extends StartRequest {
  /** the call activity that asks for it */
  readonly parent?: { readonly instanceId: string; readonly token: number };
}

/** Starts an instance in the unit's transaction. Done once for a command id; repeated, it answers the same. */
export async function start(
  core: Core,
  unit: Unit,
  request: Start,
): Promise<{ instanceId: string; repeated: boolean }> {
  const of: CommandOf = { kind: 'start', subject: request.processId, actorId: request.actorId };
  const earlier = request.commandId ? await findCommand(unit.em, request.commandId) : null;
  if (earlier && request.commandId) return answered(request.commandId, of, earlier.result);
  const deploymentId = request.deploymentId ?? (await latestDeploymentId(unit.em, request.processId));
  if (deploymentId === null) throw new NotFound('process', request.processId);
  const instanceId = request.instanceId ?? core.options.newId();
  await advance(core, unit, {
    instanceId,
    deploymentId,
    ...(request.parent ? { parent: request.parent } : {}),
    commands: [startCommand(request)],
    actorId: request.actorId,
    audit: [
      {
        id: core.options.newId(),
        action: 'instance.start',
        subjectType: 'instance',
        subjectId: instanceId,
        before: null,
        after: { processId: request.processId, deploymentId, variables: request.variables },
      },
    ],
    ...(request.commandId ? { command: { id: request.commandId, result: () => keptResult(of, { instanceId }) } } : {}),
  });
  await request.within?.(unit.em, instanceId);
  return { instanceId, repeated: false };
}

function answered(commandId: string, of: CommandOf, kept: unknown): { instanceId: string; repeated: true } {
  return { ...(repeatedResult(commandId, of, kept) as { instanceId: string }), repeated: true };
}

function startCommand({ startNode, startEvent, variables }: StartRequest): Command {
  if (startNode === undefined) return { type: 'start', variables };
  return { type: 'start', startNode, startEvent: startEvent ?? 0, variables };
}
