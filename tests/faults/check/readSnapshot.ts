import { type InstanceRow, type EntityManager, query, transaction } from '../../../packages/store/src/index.ts';

export interface HistoryEntry {
  readonly instanceId: string;
  readonly seq: number;
  readonly type: string;
  readonly elementId: string;
  readonly token: number;
  /** ISO 8601 */
  readonly at: string;
  readonly detail: { readonly variables?: unknown; readonly code?: string } | null;
}

export interface Snapshot {
  readonly instances: readonly (InstanceRow & { readonly key: string | null })[];
  readonly history: ReadonlyMap<string, readonly HistoryEntry[]>;
  readonly open: readonly TaskFacts[];
  readonly closed: readonly ClosedFacts[];
  readonly worklist: readonly { readonly principal: string; readonly taskId: string }[];
  readonly jobs: readonly JobFacts[];
  readonly subscriptions: readonly TokenFacts[];
  readonly positions: readonly TokenFacts[];
  /** those that stand */
  readonly incidents: readonly IncidentFacts[];
  readonly kept: readonly { readonly id: string; readonly correlation: string | null }[];
  /** ids of commands in the log, with the instance each is about */
  readonly commands: ReadonlyMap<string, string | null>;
  readonly deployments: readonly { readonly id: string; readonly processId: string; readonly xml: string }[];
  /** instance → deal, where there are deals */
  readonly deals: ReadonlyMap<string, string>;
}

export interface TokenFacts {
  readonly instanceId: string;
  readonly token: number;
}
export interface TaskFacts extends TokenFacts {
  readonly id: string;
  readonly nodeId: string;
  readonly assigneeId: string | null;
  readonly candidates: readonly string[];
}
export interface ClosedFacts extends TokenFacts {
  readonly id: string;
  readonly status: string;
  readonly commandId: string | null;
  readonly ledTo: readonly number[];
  readonly finished: boolean;
}
export interface JobFacts {
  readonly id: string;
  readonly instanceId: string | null;
  readonly token: number;
  readonly kind: string;
  readonly status: string;
  readonly parentToken: number | null;
  readonly parentInstanceId: string | null;
}
export interface IncidentFacts extends TokenFacts {
  readonly id: string;
  readonly nodeId: string;
  readonly code: string;
  readonly text: string;
  readonly jobId: string | null;
}

/** Everything that the checks look at, as it was at one moment, whoever may be writing. */
export function readSnapshot(em: EntityManager): Promise<Snapshot> {
  return transaction(em, async (within) => {
    const rows = <Row extends object>(sql: string) => query<Row>(within, sql);
    await rows('set transaction isolation level repeatable read');
    const history = new Map<string, HistoryEntry[]>();
    for (const entry of await rows<HistoryEntry>(
      `select instance_id as "instanceId", seq, type, element_id as "elementId", token, at, detail from history
       order by instance_id, seq`,
    )) {
      const entries = history.get(entry.instanceId);
      if (entries) entries.push(entry);
      else history.set(entry.instanceId, [entry]);
    }
    return {
      history,
      instances: await rows(
        `select id, deployment_id as "deploymentId", process_id as "processId", status, outcome, stage, state, revision,
           parent_instance_id as "parentInstanceId", parent_token as "parentToken", started_at as "startedAt",
           ended_at as "endedAt", state -> 'scopes' -> 0 -> 'vars' ->> 'dealName' as key
         from instance order by id`,
      ),
      open: await rows(
        `select id, instance_id as "instanceId", token, node_id as "nodeId", assignee_id as "assigneeId", candidates
         from open_task`,
      ),
      closed: await rows(
        `select t.id, t.instance_id as "instanceId", t.token, t.status, c.command_id as "commandId",
           coalesce(c.led_to, '{}') as "ledTo", c.finished from closed_task c join task t on t.id = c.id`,
      ),
      worklist: await rows('select principal, task_id as "taskId" from worklist'),
      jobs: await rows(
        `select id, instance_id as "instanceId", token, kind, status, (payload ->> 'parentToken')::integer as "parentToken",
           payload ->> 'parentInstanceId' as "parentInstanceId" from job`,
      ),
      subscriptions: await rows('select instance_id as "instanceId", token from subscription'),
      positions: await rows('select instance_id as "instanceId", token from position'),
      incidents: await rows(
        `select id, instance_id as "instanceId", token, node_id as "nodeId", code, message ->> 'en' as text,
           job_id as "jobId" from incident where resolved_at is null`,
      ),
      kept: await rows('select id, correlation from message'),
      commands: new Map(
        (
          await rows<{ id: string; instanceId: string | null }>(
            `select id, instance_id as "instanceId" from command_log`,
          )
        ).map((row) => [row.id, row.instanceId]),
      ),
      deployments: await rows('select id, process_id as "processId", xml from deployment'),
      deals: new Map(
        (await rows<{ id: string; instanceId: string }>(`select id, instance_id as "instanceId" from deal`)).map(
          (row) => [row.instanceId, row.id],
        ),
      ),
    };
  });
}
