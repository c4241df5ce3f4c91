import type { JsonObject } from '@dealwright/engine';
import { query, queryOne } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { advance } from '../instances/advance.ts';
import { lockSubscriber } from './publish.ts';

interface Kept {
  readonly id: string;
  readonly correlation: string | null;
  readonly payload: JsonObject;
}

/**
 * Gives the oldest kept message of a name that somebody waits for to who has waited longest; false when there is none.
 * Publishing and subscribing both look here after they are committed, so that two that miss each other meet.
 */
export async function deliverKept(core: Core, unit: Unit, name: string): Promise<boolean> {
  const { em } = unit;
  const message = await queryOne<Kept>(
    em,
    `select m.id, m.correlation, m.payload from message m
     where m.name = $1 and m.expires_at > $2::timestamptz and exists (
       select 1 from subscription s
       where s.kind = 'message' and s.name = m.name and s.correlation is not distinct from m.correlation)
     order by m.received_at, m.id limit 1`,
    [name, core.nowIso()],
  );
  if (!message) return false;
  const waiting = await lockSubscriber(unit, name, message.correlation);
  if (!waiting) return false;
  const taken = await query(em, 'delete from message where id = $1 returning id', [message.id]);
  // another server gave it away while this one waited for the lock; there may be more
  if (taken.length === 0) return true;
  await advance(core, unit, {
    instanceId: waiting.instance.id,
    deploymentId: waiting.instance.deploymentId,
    loaded: waiting.instance,
    commands: [{ type: 'trigger', token: waiting.token, variables: message.payload }],
    actorId: null,
  });
  return true;
}

/** Names of kept messages that somebody waits for: normally none, after a crash between two commits perhaps some. */
export async function namesToDeliver(core: Core, unit: Unit): Promise<string[]> {
  const rows = await query<{ name: string }>(
    unit.em,
    `select distinct m.name from message m join subscription s
       on s.kind = 'message' and s.name = m.name and s.correlation is not distinct from m.correlation
     where m.expires_at > $1::timestamptz`,
    [core.nowIso()],
  );
  return rows.map((row) => row.name);
}

export async function deleteExpired(core: Core, { em }: Unit): Promise<void> {
  await query(em, 'delete from message where expires_at <= $1::timestamptz', [core.nowIso()]);
}
