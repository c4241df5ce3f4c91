import { addDuration, parseDuration } from '@dealwright/bpmn';
import type { JsonObject } from '@dealwright/engine';
import {
  DealwrightError,
  findCommand,
  type InstanceRow,
  lockInstance,
  logCommand,
  query,
  queryOne,
} from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { advance } from '../instances/advance.ts';
import { start } from '../instances/start.ts';
import { instant } from '../plan/instant.ts';

export interface PublishRequest {
  readonly messageId: string;
  readonly name: string;
  readonly correlation: string | null;
  readonly payload: JsonObject;
  readonly actorId: string | null;
  /**
   * How long it is kept for somebody who comes to wait for it, ISO 8601; a day when absent. `PT0S`: it is for those
   * alone who wait by now.
   */
  readonly keptFor?: string;
}

export interface Published {
  readonly delivered: 'correlated' | 'started' | 'buffered' | 'repeated';
  readonly instanceId: string | null;
}

const KEPT_FOR = 'PT24H';

/**
 * Delivers a message exactly once, once for its id: to the instance that has waited longest for this name and
 * correlation; else to a message start event of the newest version; else it is kept until it expires and given to the
 * first instance that comes to wait for it. A correlation must be equal on both sides: a message without one reaches
 * only those who wait without one.
 *
 * Its id is kept with what became of it in the same transaction: sent again, at the same time or long after it was
 * given to somebody, through whatever server, it does nothing and answers where it went. Throws `message-kept-for`.
 */
export async function publish(core: Core, unit: Unit, request: PublishRequest): Promise<Published> {
  checkKeptFor(request.keptFor);
  const earlier = await findCommand(unit.em, commandId(request));
  if (earlier) return repeated(earlier.result);
  return (
    (await correlate(core, unit, request)) ??
    (await startByMessage(core, unit, request)) ??
    (await keep(core, unit, request))
  );
}

function commandId({ messageId }: PublishRequest): string {
  return `message:${messageId}`;
}

async function correlate(core: Core, unit: Unit, request: PublishRequest): Promise<Published | null> {
  const waiting = await lockSubscriber(unit, request.name, request.correlation);
  if (!waiting) return null;
  const { instance, token } = waiting;
  await advance(core, unit, {
    instanceId: instance.id,
    deploymentId: instance.deploymentId,
    loaded: instance,
    commands: [{ type: 'trigger', token, variables: request.payload }],
    actorId: request.actorId,
    command: { id: commandId(request), result: () => ({ instanceId: instance.id }) },
  });
  return { delivered: 'correlated', instanceId: instance.id };
}

/** The instance that has waited longest, locked. Whoever was served while this waited for the lock is passed over. */
export async function lockSubscriber(
  { em }: Unit,
  name: string,
  correlation: string | null,
): Promise<{ instance: InstanceRow; token: number } | null> {
  for (;;) {
    const found = await queryOne<{ id: string; instanceId: string; token: number }>(
      em,
      `select id, instance_id as "instanceId", token from subscription
       where kind = 'message' and name = $1 and correlation is not distinct from $2::text
       order by created_at, id limit 1`,
      [name, correlation],
    );
    if (!found) return null;
    const instance = await lockInstance(em, found.instanceId);
    const still = await queryOne(em, 'select 1 as there from subscription where id = $1', [found.id]);
    if (instance && still) return { instance, token: found.token };
  }
}

async function startByMessage(core: Core, unit: Unit, request: PublishRequest): Promise<Published | null> {
  const starts = await queryOne<{ deploymentId: string; processId: string; nodeId: string; event: number }>(
    unit.em,
    `select s.deployment_id as "deploymentId", s.process_id as "processId", s.node_id as "nodeId", s.event
     from start_subscription s join deployment d on d.id = s.deployment_id
     where s.kind = 'message' and s.name = $1 order by d.deployed_at desc, s.id limit 1`,
    [request.name],
  );
  if (!starts) return null;
  const started = await start(core, unit, {
    processId: starts.processId,
    deploymentId: starts.deploymentId,
    startNode: starts.nodeId,
    startEvent: starts.event,
    variables: request.payload,
    actorId: request.actorId,
    commandId: commandId(request),
  });
  return { delivered: started.repeated ? 'repeated' : 'started', instanceId: started.instanceId };
}

async function keep(core: Core, unit: Unit, request: PublishRequest): Promise<Published> {
  const now = core.options.now();
  const id = commandId(request);
  const first = await logCommand(unit.em, { id, instanceId: null, result: { instanceId: null }, at: instant(now) });
  if (!first) return repeated((await findCommand(unit.em, id))?.result);
  await query(
    unit.em,
    `insert into message (id, name, correlation, payload, received_at, expires_at)
     values ($1, $2, $3, $4::jsonb, $5::timestamptz, $6::timestamptz)`,
    [
      request.messageId,
      request.name,
      request.correlation,
      request.payload,
      instant(now),
      instant(addDuration(now, request.keptFor ?? KEPT_FOR)),
    ],
  );
  unit.kept(request.name);
  return { delivered: 'buffered', instanceId: null };
}

function checkKeptFor(keptFor: string | undefined): void {
  if (keptFor === undefined || parseDuration(keptFor)?.negative === false) return;
  throw new DealwrightError('message-kept-for', {
    en: `"${keptFor}" does not say how long a message is kept. Write for example PT1H (1 hour) or P7D (7 days).`,
    zh: `“${keptFor}”不是有效的消息保留时长。请写成如 PT1H（1 小时）或 P7D（7 天）。`,
  });
}

function repeated(earlier: unknown): Published {
  return {
    delivered: 'repeated',
    instanceId: (earlier as { instanceId: string | null } | undefined)?.instanceId ?? null,
  };
}
