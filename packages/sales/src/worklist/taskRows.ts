import type { Labels } from '@dealwright/bpmn';
import { type EntityManager, query } from '@dealwright/store';
import { graphsOf, nodeFacts } from '../nodeFacts.ts';
import type { ReadDeps } from '../Viewer.ts';
import type { TaskRow } from './TaskRow.ts';

interface Found {
  readonly id: string;
  readonly nodeId: string;
  readonly deploymentId: string;
  readonly processId: string;
  readonly processName: string;
  readonly processLabels: Labels;
  readonly dealId: string | null;
  readonly dealName: string;
  readonly accountName: string | null;
  readonly value: number | null;
  readonly currency: string;
  readonly assigneeId: string | null;
  readonly assigneeName: string;
  readonly createdAt: string;
  readonly dueAt: string | null;
  readonly priority: number;
  readonly completedAt: string | null;
  readonly hasDraft: boolean;
}

/** The tasks of these ids as rows, in the order of the ids. */
export async function taskRows(em: EntityManager, deps: ReadDeps, ids: readonly string[]): Promise<TaskRow[]> {
  if (ids.length === 0) return [];
  const found = await query<Found>(
    em,
    `select t.id, t.node_id as "nodeId", t.deployment_id as "deploymentId", t.process_id as "processId",
            m.name as "processName", m.labels as "processLabels", t.created_at as "createdAt", t.due_at as "dueAt", t.priority,
            t.completed_at as "completedAt", t.draft is not null as "hasDraft",
            d.id as "dealId", d.name as "dealName", d.value, d.currency, a.name as "accountName",
            t.assignee_id as "assigneeId", p.name as "assigneeName"
     from task t
     join model m on m.process_id = t.process_id
     left join deal d on d.instance_id = t.instance_id
     left join account a on a.id = d.account_id
     left join person p on p.id = t.assignee_id
     where t.id = any($1::text[])`,
    [ids],
  );
  const graphOf = await graphsOf(deps, found);
  const rows = new Map(
    found.map((task): [string, TaskRow] => {
      const { name, labels, stage } = nodeFacts(graphOf(task.deploymentId), task.nodeId);
      const { dealId, dealName, accountName, value, currency, assigneeId, assigneeName, ...rest } = task;
      const deal = dealId === null ? null : { id: dealId, name: dealName, accountName, value, currency };
      const assignee = assigneeId === null ? null : { id: assigneeId, name: assigneeName };
      return [task.id, { ...rest, name, labels, stage, deal, assignee }];
    }),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}
