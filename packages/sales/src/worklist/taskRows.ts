import type { Labels } from '@dealwright/bpmn';
import { type EntityManager, prepared, query } from '@dealwright/store';
import { graphsOf, nodeFacts, processLabelsOf } from '../nodeFacts.ts';
import type { ReadDeps } from '../Viewer.ts';
import type { TaskRow } from './TaskRow.ts';

interface Found {
  readonly id: string;
  readonly nodeId: string;
  readonly deploymentId: string;
  readonly processId: string;
  readonly processName: string;
  readonly processLabels: Labels;
  /** of the model's first process, which goes by the model's name; another of its file has its own */
  readonly isMain: boolean;
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
  readonly turn: number | null;
  readonly item: string | null;
  readonly completedAt: string | null;
  readonly hasDraft: boolean;
}

const OF_IDS = `select t.id, t.node_id as "nodeId", t.deployment_id as "deploymentId", t.process_id as "processId",
            m.name as "processName", m.labels as "processLabels", m.process_id = t.process_id as "isMain", t.created_at as "createdAt", t.due_at as "dueAt", t.priority, t.turn, t.item,
            t.completed_at as "completedAt", t.draft is not null as "hasDraft",
            d.id as "dealId", d.name as "dealName", d.value, d.currency, a.name as "accountName",
            t.assignee_id as "assigneeId", p.name as "assigneeName"
     from task t
     join deployment v on v.id = t.deployment_id
     join model m on m.id = v.model_id
     left join deal d on d.instance_id = t.instance_id
     left join account a on a.id = d.account_id
     left join person p on p.id = t.assignee_id
     where t.id = any($1::text[])`;
const ANY = prepared(OF_IDS);
const OPEN = prepared(`${OF_IDS} and t.status = 'open'`);

/** The tasks of these ids as rows, in the order of the ids; `open`: without looking among the closed ones. */
export async function taskRows(
  em: EntityManager,
  deps: ReadDeps,
  ids: readonly string[],
  { open }: { readonly open: boolean },
): Promise<TaskRow[]> {
  if (ids.length === 0) return [];
  const found = await query<Found>(em, open ? OPEN : ANY, [ids]);
  const graphOf = await graphsOf(deps, found);
  const rows = new Map(
    found.map((task): [string, TaskRow] => {
      const graph = graphOf(task.deploymentId);
      const { name, labels, stage } = nodeFacts(graph, task.nodeId);
      const { isMain, dealId, dealName, accountName, value, currency, assigneeId, assigneeName, ...rest } = task;
      const deal = dealId === null ? null : { id: dealId, name: dealName, accountName, value, currency };
      const assignee = assigneeId === null ? null : { id: assigneeId, name: assigneeName };
      const process = isMain
        ? {}
        : { processName: graph.name || graph.processId, processLabels: processLabelsOf(graph) };
      return [task.id, { ...rest, ...process, name, labels, stage, deal, assignee }];
    }),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}
