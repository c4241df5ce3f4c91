import type { Labels } from '@dealwright/bpmn';
import { type EntityManager, query, queryOne } from '@dealwright/store';
import { dealCards } from '../board/dealCards.ts';
import { ownersOf } from '../DealScope.ts';
import { nodeFacts } from '../nodeFacts.ts';
import type { ReadDeps, Viewer } from '../Viewer.ts';
import type { DealDetail } from './DealDetail.ts';
import { withoutPassing } from './historyEntries.ts';
import { moveTargets } from './moveTargets.ts';
import { startableAt } from './startableAt.ts';
import { optionLabels } from './optionLabels.ts';
import { stageStates } from './stageStates.ts';
import { dealNotFound } from './updateDeal.ts';

interface Found {
  readonly instanceId: string;
  readonly active: boolean;
  readonly revision: number;
  readonly processId: string;
  readonly processName: string;
  readonly processLabels: Labels;
  readonly deploymentId: string;
  readonly version: number;
  readonly xml: string;
  readonly expectedCloseOn: string | null;
  readonly closedAt: string | null;
  readonly closeValue: number | null;
  readonly lossReason: string | null;
  readonly nextStep: string | null;
  readonly createdAt: string;
}

/** Everything the deal's page shows but the timeline. Throws `not-found`, also for a deal outside the viewer's scope. */
export async function getDeal(deps: ReadDeps, viewer: Viewer, id: string): Promise<DealDetail> {
  const em = deps.em();
  const deal = await findDeal(em, viewer, id);
  const [card] = deal ? await dealCards(em, deps, [id]) : [];
  if (!deal || !card) throw dealNotFound();
  const { instanceId, active, ...facts } = deal;
  const graph = await deps.graph(deal.deploymentId);
  const tokens = await query<{ nodeId: string; since: string }>(
    em,
    `select node_id as "nodeId", since from position where instance_id = $1 order by since, token`,
    [instanceId],
  );
  const path = await pathOf(em, instanceId);
  return {
    ...card,
    ...facts,
    stages: stageStates(graph, {
      left: new Set(path.left),
      standing: tokens.map((token) => token.nodeId),
      over: !active,
    }),
    lossReasonLabels: deal.lossReason === null ? {} : optionLabels(graph, 'loss_reason', deal.lossReason),
    tokens,
    visited: path.visited,
    taken: path.taken,
    openTasks: (await openTasksOf(em, instanceId)).map(({ assigneeId, assigneeName, ...task }) => {
      const { name, labels } = nodeFacts(graph, task.nodeId);
      const assignee = assigneeId === null ? null : { id: assigneeId, name: assigneeName };
      return { ...task, name, labels, assignee };
    }),
    startable: active ? startableAt(graph, tokens) : [],
    moves: active
      ? [...new Set(tokens.map((token) => token.nodeId))].map((from) => ({ from, targets: moveTargets(graph, from) }))
      : [],
    incidents: (await incidentsOf(em, instanceId)).map((incident) => {
      const { name, labels } = nodeFacts(graph, incident.nodeId);
      return { ...incident, nodeName: name, nodeLabels: labels };
    }),
    canEdit: true,
  };
}

function findDeal(em: EntityManager, viewer: Viewer, id: string): Promise<Found | null> {
  return queryOne<Found>(
    em,
    `select i.id as "instanceId", i.status = 'active' as active, d.revision, i.process_id as "processId",
            m.name as "processName", m.labels as "processLabels", v.id as "deploymentId", v.version, v.xml,
            d.expected_close_on as "expectedCloseOn", coalesce(d.closed_at, i.ended_at) as "closedAt",
            d.close_value as "closeValue", d.loss_reason as "lossReason", d.next_step as "nextStep",
            d.created_at as "createdAt"
     from deal d
     join instance i on i.id = d.instance_id
     join deployment v on v.id = i.deployment_id
     join model m on m.id = v.model_id
     where d.id = $1 and ($2::text[] is null or d.owner_id = any($2))`,
    [id, ownersOf(viewer.scope)],
  );
}

async function pathOf(em: EntityManager, instanceId: string) {
  const events = withoutPassing(
    await query<{ type: string; elementId: string; token: number; at: string }>(
      em,
      `select type, element_id as "elementId", token, at from history where instance_id = $1 order by seq`,
      [instanceId],
    ),
  );
  const of = (type: string) => [
    ...new Set(events.filter((event) => event.type === type).map((event) => event.elementId)),
  ];
  return { visited: of('enter'), left: of('leave'), taken: of('take') };
}

function incidentsOf(em: EntityManager, instanceId: string) {
  return query<Omit<DealDetail['incidents'][number], 'nodeName' | 'nodeLabels'>>(
    em,
    `select id, node_id as "nodeId", message, raised_at as "raisedAt" from incident
     where instance_id = $1 and resolved_at is null order by raised_at, id`,
    [instanceId],
  );
}

type OpenTask = Pick<DealDetail['openTasks'][number], 'id' | 'nodeId' | 'dueAt' | 'turn' | 'item'> & {
  readonly assigneeId: string | null;
  readonly assigneeName: string;
};

function openTasksOf(em: EntityManager, instanceId: string) {
  return query<OpenTask>(
    em,
    `select t.id, t.node_id as "nodeId", t.due_at as "dueAt", t.turn, t.item, p.id as "assigneeId", p.name as "assigneeName"
     from task t left join person p on p.id = t.assignee_id
     where t.instance_id = $1 and t.status = 'open' order by t.due_at nulls last, t.token`,
    [instanceId],
  );
}
