import type { JsonObject } from '@dealwright/engine';
import { DELIVERY, type JobKind, query } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';

export interface BroadcastRequest {
  readonly name: string;
  readonly payload: JsonObject;
  readonly actorId: string | null;
}

/**
 * Sends a signal to everyone who waits for it now, and to the signal start events of newest versions. Each gets a job
 * in this transaction, so that none is lost or served twice; returns how many.
 */
export async function broadcast(core: Core, unit: Unit, request: BroadcastRequest): Promise<number> {
  const { name, payload, actorId } = request;
  const waiting = await query<{ instanceId: string; token: number }>(
    unit.em,
    `select instance_id as "instanceId", token from subscription where kind = 'signal' and name = $1 order by created_at, id`,
    [name],
  );
  const starts = await query<{ deploymentId: string; processId: string; startNode: string }>(
    unit.em,
    `select deployment_id as "deploymentId", process_id as "processId", node_id as "startNode"
     from start_subscription where kind = 'signal' and name = $1 order by id`,
    [name],
  );
  const jobs = [
    ...waiting.map(({ instanceId, token }) => ({
      kind: 'trigger' satisfies JobKind,
      instanceId,
      payload: { token, variables: payload, actorId, hops: unit.hops },
    })),
    ...starts.map((start) => ({
      kind: 'start' satisfies JobKind,
      instanceId: null,
      payload: { ...start, variables: payload, actorId, hops: unit.hops },
    })),
  ].map((job) => ({ ...job, id: core.options.newId() }));
  await query(
    unit.em,
    `insert into job (id, instance_id, token, kind, due_at, payload, max_attempts)
     select r.id, r."instanceId", $2::integer, r.kind, $3::timestamptz, r.payload, 5
     from jsonb_to_recordset($1::jsonb) as r(id text, "instanceId" text, kind text, payload jsonb)`,
    [JSON.stringify(jobs), DELIVERY, core.nowIso()],
  );
  for (const job of jobs) unit.follow(job.id);
  return jobs.length;
}
