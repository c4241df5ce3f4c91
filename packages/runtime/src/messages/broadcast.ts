import type { JsonObject } from '@dealwright/engine';
import { DELIVERY, type JobKind, query } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { type AwaitedStart, isAwaited } from './isAwaited.ts';

export interface BroadcastRequest {
  readonly name: string;
  readonly payload: JsonObject;
  readonly actorId: string | null;
  /** an instance that has heard it already: the one that threw it */
  readonly exceptInstanceId?: string | null;
}

/**
 * Sends a signal to every instance in which somebody waits for it now, and to the signal start events of newest
 * versions. Each gets a job in this transaction, so that none is lost or served twice; returns how many. An instance
 * that was started by another trigger of the same start and waits for this one goes before a new one.
 */
export async function broadcast(core: Core, unit: Unit, request: BroadcastRequest): Promise<number> {
  const { name, payload, actorId, exceptInstanceId = null } = request;
  const waiting = await query<{ instanceId: string }>(
    unit.em,
    `select instance_id as "instanceId" from subscription where kind = 'signal' and name = $1
       and instance_id is distinct from $2::text group by instance_id order by min(created_at), instance_id`,
    [name, exceptInstanceId],
  );
  const starts = await query<AwaitedStart>(
    unit.em,
    `select deployment_id as "deploymentId", process_id as "processId", node_id as "startNode", event as "startEvent"
     from start_subscription where kind = 'signal' and name = $1 order by id`,
    [name],
  );
  const fresh: AwaitedStart[] = [];
  for (const start of starts) if (!(await isAwaited(core, unit, start))) fresh.push(start);
  const jobs = [
    ...waiting.map(({ instanceId }) => ({
      kind: 'trigger' satisfies JobKind,
      instanceId,
      payload: { signal: name, variables: payload, actorId, hops: unit.hops },
    })),
    ...fresh.map((start) => ({
      kind: 'start' satisfies JobKind,
      instanceId: null,
      payload: { ...start, variables: payload, actorId, hops: unit.hops },
    })),
  ].map((job) => ({ ...job, id: core.options.newId() }));
  await query(
    unit.em,
    `insert into job (id, instance_id, process_id, token, kind, queue, due_at, payload, max_attempts)
     select r.id, r."instanceId", coalesce(i.process_id, r.payload->>'processId', ''), $2::integer, r.kind, 'delivery',
       $3::timestamptz, r.payload, 5
     from jsonb_to_recordset($1::jsonb) as r(id text, "instanceId" text, kind text, payload jsonb)
     left join instance i on i.id = r."instanceId"`,
    [JSON.stringify(jobs), DELIVERY, core.nowIso()],
  );
  for (const job of jobs) unit.follow(job.id);
  return jobs.length;
}
