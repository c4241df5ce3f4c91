import { type InstanceRow, query, queryOne } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { IncidentResolved } from '../errors/IncidentResolved.ts';
import { NotFound } from '../errors/NotFound.ts';
import { lockedInstance } from './lockedInstance.ts';

export interface OpenIncident {
  readonly id: string;
  readonly instanceId: string;
  readonly token: number;
  readonly nodeId: string;
  readonly message: { readonly en: string; readonly zh: string };
  /** the job that failed, and its kind; null when the executor could not go on */
  readonly jobId: string | null;
  readonly kind: string | null;
}

interface IncidentRow extends OpenIncident {
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
}

/**
 * An open incident and its instance, which is locked for the transaction: what is done about an incident is done once.
 * Throws `NotFound`, `IncidentResolved`.
 */
export async function lockedIncident(
  unit: Unit,
  id: string,
): Promise<{ readonly incident: OpenIncident; readonly instance: InstanceRow }> {
  const instance = await lockedInstance(unit.em, (await read(unit, id)).instanceId);
  // read again under the lock: somebody may have resolved it meanwhile
  const incident = await read(unit, id);
  if (incident.resolvedAt !== null) throw new IncidentResolved(incident.id, incident.resolvedBy, incident.resolvedAt);
  return { incident, instance };
}

/** Notes who resolved it and how, before what follows of it: that would only say that its wait is over. */
export async function resolveIncident(
  core: Core,
  unit: Unit,
  id: string,
  resolution: 'retried' | 'skipped' | 'cancelled',
  actorId: string,
): Promise<void> {
  await query(
    unit.em,
    'update incident set resolved_at = $2::timestamptz, resolved_by = $3, resolution = $4 where id = $1',
    [id, core.nowIso(), actorId, resolution],
  );
}

async function read({ em }: Unit, id: string): Promise<IncidentRow> {
  const row = await queryOne<IncidentRow>(
    em,
    `select i.id, i.instance_id as "instanceId", i.token, i.node_id as "nodeId", i.message, i.job_id as "jobId", j.kind,
       i.resolved_at as "resolvedAt", i.resolved_by as "resolvedBy"
     from incident i left join job j on j.id = i.job_id where i.id = $1`,
    [id],
  );
  if (!row) throw new NotFound('incident', id);
  return row;
}
