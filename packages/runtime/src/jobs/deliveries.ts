import type { CallBinding } from '@dealwright/bpmn';
import type { Command, JsonObject } from '@dealwright/engine';
import { deleteJob, holdJob, type JobRow, queryOne } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import type { FollowUps } from '../createCore.ts';
import { calledDeployment } from '../deploy/calledDeployment.ts';
import { cancel } from '../instances/control.ts';
import { start } from '../instances/start.ts';
import { broadcast } from '../messages/broadcast.ts';
import { publish } from '../messages/publish.ts';
import { advanceByJob } from './advanceByJob.ts';
import { checkCallDepth } from './checkCallDepth.ts';
import { hopsOf } from './hopsOf.ts';
import { deliverReturnTo, type ReturnPayload } from './returnFromCall.ts';

/** A message thrown by an instance. Its id is the job's, so that it arrives once. */
export function deliverMessage(core: Core, job: JobRow): Promise<FollowUps> {
  const { name, correlation, payload, actorId } = job.payload as unknown as Message;
  return inOneTransaction(core, job, async (unit) => {
    await publish(core, unit, { messageId: job.id, name, correlation, payload, actorId });
  });
}

interface Message {
  readonly name: string;
  readonly correlation: string | null;
  readonly payload: JsonObject;
  readonly actorId: string | null;
}

/** A signal thrown by an instance: a job for each who gets it. */
export function deliverSignal(core: Core, job: JobRow): Promise<FollowUps> {
  const { name, payload, actorId, toOwn } = job.payload as unknown as Message & { readonly toOwn?: boolean };
  return inOneTransaction(core, job, async (unit) => {
    // a job of before the thrower caught its own signals says nothing of it
    const exceptInstanceId = toOwn === false ? job.instanceId : null;
    await broadcast(core, unit, { name, payload, actorId, exceptInstanceId });
  });
}

/** A signal reaches an instance in which somebody waits for it; jobs of earlier releases name the one token. */
export function deliverTrigger(core: Core, job: JobRow): Promise<FollowUps> {
  const { signal, token, variables, actorId } = job.payload as unknown as {
    signal?: string;
    token?: number;
    variables: JsonObject;
    actorId: string | null;
  };
  const command: Command =
    signal === undefined
      ? { type: 'trigger', token: token ?? -1, variables }
      : { type: 'signal', name: signal, variables };
  return advanceByJob(core, job, job.instanceId, command, actorId);
}

interface StartPayload {
  readonly processId: string;
  readonly deploymentId?: string;
  readonly startNode?: string;
  readonly startEvent?: number;
  /** which version the call activity means; the latest when null or absent */
  readonly binding?: CallBinding | null;
  readonly variables: JsonObject;
  readonly actorId: string | null;
  /** the call activity's token in the job's instance */
  readonly parentToken?: number;
}

/** Starts an instance that a call activity or a signal start event asks for. */
export function deliverStart(core: Core, job: JobRow): Promise<FollowUps> {
  const { parentToken, binding, ...request } = job.payload as unknown as StartPayload;
  const commandId = `start:${job.id}`;
  return inOneTransaction(core, job, async (unit) => {
    const callerId = parentToken === undefined ? null : job.instanceId;
    if (parentToken === undefined || callerId === null) {
      await start(core, unit, { ...request, commandId });
      return;
    }
    if (!(await stillWaits(unit, callerId, parentToken))) return;
    await checkCallDepth(unit, callerId, request.processId);
    const bound = binding ? await calledDeployment(unit.em, callerId, request.processId, binding) : null;
    await start(core, unit, {
      ...request,
      ...(bound === null ? {} : { deploymentId: bound }),
      commandId,
      parent: { instanceId: callerId, token: parentToken },
    });
  });
}

async function stillWaits({ em }: Unit, instanceId: string, token: number): Promise<boolean> {
  const row = await queryOne(em, 'select 1 as waits from position where instance_id = $1 and token = $2', [
    instanceId,
    token,
  ]);
  return row !== null;
}

/** A called process is over: the call activity goes on. */
export function deliverReturn(core: Core, job: JobRow): Promise<FollowUps> {
  return deliverReturnTo(core, job, job.payload as unknown as ReturnPayload);
}

/**
 * A called process escalates: the call activity's event may catch it. The call goes on, unless that event interrupts:
 * then what was called is withdrawn (BPMN 2.0.2, 10.5.1).
 */
export function deliverEscalation(core: Core, job: JobRow): Promise<FollowUps> {
  const { callerInstanceId, callerToken, code, actorId } = job.payload as unknown as {
    callerInstanceId: string;
    callerToken: number;
    code: string;
    actorId: string | null;
  };
  const command = { type: 'escalate', token: callerToken, code, variables: {} } as const;
  return advanceByJob(core, job, callerInstanceId, command, actorId);
}

/** The call activity was cancelled: what it called is too. */
export function withdrawCall(core: Core, job: JobRow): Promise<FollowUps> {
  const { parentToken } = job.payload as unknown as { parentToken: number };
  return inOneTransaction(core, job, async (unit) => {
    const called = await queryOne<{ id: string }>(
      unit.em,
      `select id from instance where parent_instance_id = $1 and parent_token = $2 and status = 'active'`,
      [job.instanceId, parentToken],
    );
    if (!called) return;
    const reason = 'The calling process no longer waits for it. / 调用方流程已不再等待。';
    await cancel(core, unit, { instanceId: called.id, reason, actorId: null });
  });
}

async function inOneTransaction(core: Core, job: JobRow, work: (unit: Unit) => Promise<void>): Promise<FollowUps> {
  const [, followUps] = await core.transactOnly(async (unit) => {
    if (!(await holdJob(unit.em, job, core.options.serverId))) return;
    await work(unit);
    await deleteJob(unit.em, job.id);
  }, hopsOf(job));
  return followUps;
}
