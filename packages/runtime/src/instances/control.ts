import type { Command } from '@dealwright/engine';
import type { InstanceRow } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { processVariables } from '../plan/visibleVariables.ts';
import type { MoveRequest, SetVariablesRequest } from '../Runtime.ts';
import { advance } from './advance.ts';
import { lockedInstance } from './lockedInstance.ts';

/** Writes variables of the process. Throws `NotFound`, and `CommandRejected` when the instance is over. */
export async function setVariables(core: Core, unit: Unit, request: SetVariablesRequest): Promise<void> {
  const instance = await lockedInstance(unit.em, request.instanceId);
  const worked = typeof request.variables === 'function';
  const variables = typeof request.variables === 'function' ? await request.variables(unit.em) : request.variables;
  if (worked && Object.keys(variables).length === 0) {
    unit.touched({ instanceId: instance.id, processId: instance.processId });
    return;
  }
  const had = processVariables(instance.state);
  const before = Object.fromEntries(Object.keys(variables).map((name) => [name, had[name] ?? null]));
  const command = { type: 'setVariables', variables } as const;
  await control(core, unit, instance, command, request.actorId, 'instance.setVariables', before, variables);
}

/** Takes a token elsewhere by hand. Throws `NotFound`, `CommandRejected`. */
export async function move(core: Core, unit: Unit, request: MoveRequest): Promise<void> {
  const instance = await lockedInstance(unit.em, request.instanceId);
  const graph = await core.graphs.get(unit.em, instance.deploymentId);
  const node = instance.state.tokens.find((token) => token.id === request.token)?.node ?? -1;
  const before = { token: request.token, nodeId: graph.nodes[node]?.id ?? null };
  const command = { type: 'move', token: request.token, to: request.to } as const;
  await control(core, unit, instance, command, request.actorId, 'instance.move', before, { nodeId: request.to });
  await request.within?.(unit.em, instance.id);
}

/** Ends an instance. Throws `NotFound`, `CommandRejected` when it is over already. */
export async function cancel(
  core: Core,
  unit: Unit,
  request: { instanceId: string; reason: string; actorId: string | null },
): Promise<void> {
  await cancelLocked(core, unit, await lockedInstance(unit.em, request.instanceId), request);
}

/** Ends an instance that the transaction has locked. Throws `CommandRejected` when it is over already. */
export async function cancelLocked(
  core: Core,
  unit: Unit,
  instance: InstanceRow,
  { reason, actorId }: { readonly reason: string; readonly actorId: string | null },
): Promise<void> {
  const command = { type: 'cancel', reason } as const;
  const after = { status: 'cancelled', reason };
  await control(core, unit, instance, command, actorId, 'instance.cancel', { status: instance.status }, after);
}

async function control(
  core: Core,
  unit: Unit,
  instance: InstanceRow,
  command: Command,
  actorId: string | null,
  action: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  await advance(core, unit, {
    instanceId: instance.id,
    deploymentId: instance.deploymentId,
    loaded: instance,
    commands: [command],
    actorId,
    audit: [{ id: core.options.newId(), action, subjectType: 'instance', subjectId: instance.id, before, after }],
  });
}
