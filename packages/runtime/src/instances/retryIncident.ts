import type { Command, JsonObject } from '@dealwright/engine';
import { query, queryOne, reviveJob } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { IncidentResolved } from '../errors/IncidentResolved.ts';
import { NotFound } from '../errors/NotFound.ts';
import { writeAudit } from '../tasks/changeAssignee.ts';
import { advance } from './advance.ts';
import { lockedInstance } from './lockedInstance.ts';

export interface RetryRequest {
  readonly incidentId: string;
  readonly actorId: string;
  /** written to the process first */
  readonly variables?: JsonObject;
}

interface IncidentRow {
  readonly id: string;
  readonly instanceId: string;
  readonly token: number;
  readonly nodeId: string;
  readonly jobId: string | null;
  readonly kind: string | null;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
}

/**
 * Tries again what an incident stopped. A failed job gets all its attempts again, and with changed variables it is asked
 * for anew, so that its input is made of them; what the executor could not do, it does again.
 * Throws `NotFound`, `IncidentResolved`, `CommandRejected` when the instance is over.
 */
export async function retryIncident(core: Core, unit: Unit, request: RetryRequest): Promise<void> {
  const instanceId = (await read(unit, request.incidentId)).instanceId;
  const instance = await lockedInstance(unit.em, instanceId);
  // read again under the lock: somebody may have retried it meanwhile
  const incident = await read(unit, request.incidentId);
  if (incident.resolvedAt !== null) throw new IncidentResolved(incident.id, incident.resolvedBy, incident.resolvedAt);
  const at = core.nowIso();
  const { actorId, variables } = request;
  const reviving = incident.jobId !== null && !(variables && incident.kind === 'connector');
  await query(
    unit.em,
    `update incident set resolved_at = $2::timestamptz, resolved_by = $3, resolution = 'retried' where id = $1`,
    [incident.id, at, actorId],
  );
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
    after: { variables: variables ?? null },
  });
  unit.touched({ instanceId: instance.id, processId: instance.processId });
}

async function read({ em }: Unit, id: string): Promise<IncidentRow> {
  const row = await queryOne<IncidentRow>(
    em,
    `select i.id, i.instance_id as "instanceId", i.token, i.node_id as "nodeId", i.job_id as "jobId", j.kind,
       i.resolved_at as "resolvedAt", i.resolved_by as "resolvedBy"
     from incident i left join job j on j.id = i.job_id where i.id = $1`,
    [id],
  );
  if (!row) throw new NotFound('incident', id);
  return row;
}
