import type { Command } from '@dealwright/engine';
import { reviveJob } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import type { ResolveRequest } from '../Runtime.ts';
import { writeAudit } from '../tasks/changeAssignee.ts';
import { advance } from './advance.ts';
import { lockedIncident, resolveIncident } from './lockedIncident.ts';

/**
 * Tries again what an incident stopped. A failed job gets all its attempts again, and with changed variables it is asked
 * for anew, so that its input is made of them; what the executor could not do, it does again.
 * Throws `NotFound`, `IncidentResolved`, `CommandRejected` when the instance is over.
 */
export async function retryIncident(core: Core, unit: Unit, request: ResolveRequest): Promise<void> {
  const { incident, instance } = await lockedIncident(unit, request.incidentId);
  const at = core.nowIso();
  const { actorId, variables, reason } = request;
  const reviving = incident.jobId !== null && !(variables && incident.kind === 'connector');
  await resolveIncident(core, unit, incident.id, 'retried', actorId);
  const commands: Command[] = variables ? [{ type: 'setVariables', variables }] : [];
  if (!reviving) commands.push({ type: 'retry', token: incident.token });
  if (commands.length > 0) {
    const { id, deploymentId } = instance;
    await advance(core, unit, { instanceId: id, deploymentId, loaded: instance, commands, actorId });
  }
  if (reviving && incident.jobId !== null) {
    await reviveJob(unit.em, incident.jobId, at);
    // a connector may take long: the worker calls it
    if (incident.kind !== 'connector') unit.follow(incident.jobId);
  }
  await writeAudit(unit.em, actorId, at, {
    id: core.options.newId(),
    action: 'incident.retry',
    subjectType: 'instance',
    subjectId: instance.id,
    before: { incidentId: incident.id, nodeId: incident.nodeId },
    after: { variables: variables ?? null, ...(reason ? { reason } : {}) },
  });
  unit.touched({ instanceId: instance.id, processId: instance.processId });
}
