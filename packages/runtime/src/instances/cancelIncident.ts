import type { Core, Unit } from '../Core.ts';
import type { ResolveRequest } from '../Runtime.ts';
import { cancelLocked } from './control.ts';
import { lockedIncident, resolveIncident } from './lockedIncident.ts';

/**
 * Ends the instance that an incident stopped; its other incidents end with it. Throws `NotFound`, `IncidentResolved`,
 * and `CommandRejected` when the instance is over already.
 */
export async function cancelIncident(core: Core, unit: Unit, request: ResolveRequest): Promise<void> {
  const { incident, instance } = await lockedIncident(unit, request.incidentId);
  const { actorId } = request;
  await resolveIncident(core, unit, incident.id, 'cancelled', actorId);
  const reason = request.reason || `incident: ${incident.message.en}`;
  await cancelLocked(core, unit, instance, { reason, actorId });
}
