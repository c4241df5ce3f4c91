import { deleteJob } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import type { ResolveRequest } from '../Runtime.ts';
import { writeAudit } from '../tasks/changeAssignee.ts';
import { advance } from './advance.ts';
import { lockedIncident, resolveIncident } from './lockedIncident.ts';

/**
 * Passes over the step that an incident stopped: the process goes on as if it were done, with the variables given as its
 * result. A delivery that no token waits for is given up. Throws `NotFound`, `IncidentResolved`, and `CommandRejected`
 * where nothing says how to go on.
 */
export async function skipIncident(core: Core, unit: Unit, request: ResolveRequest): Promise<void> {
  const { incident, instance } = await lockedIncident(unit, request.incidentId);
  const { actorId, variables = {}, reason } = request;
  const { token, jobId } = incident;
  await resolveIncident(core, unit, incident.id, 'skipped', actorId);
  const isDelivery = jobId !== null && !instance.state.tokens.some(({ id }) => id === token);
  if (!isDelivery) {
    const { id, deploymentId } = instance;
    const commands = [{ type: 'skip', token, variables }] as const;
    await advance(core, unit, { instanceId: id, deploymentId, loaded: instance, commands, actorId });
  }
  if (jobId !== null) await deleteJob(unit.em, jobId);
  await writeAudit(unit.em, actorId, core.nowIso(), {
    id: core.options.newId(),
    action: 'incident.skip',
    subjectType: 'instance',
    subjectId: instance.id,
    before: { incidentId: incident.id, nodeId: incident.nodeId },
    after: { variables, ...(reason ? { reason } : {}) },
  });
  unit.touched({ instanceId: instance.id, processId: instance.processId });
}
