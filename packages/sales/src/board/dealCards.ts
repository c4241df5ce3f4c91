import { type EntityManager, query } from '@dealwright/store';
import { DEAL_STATUS_SQL, type DealStatus } from '../deals/dealStatus.ts';
import { graphsOf, nodeFacts } from '../nodeFacts.ts';
import type { ReadDeps } from '../Viewer.ts';
import type { DealCard } from './DealCard.ts';

interface Found {
  readonly id: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly accountName: string;
  readonly productId: string | null;
  readonly productName: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly value: number | null;
  readonly currency: string;
  readonly status: DealStatus;
  readonly stage: string | null;
  readonly since: string | null;
  readonly deploymentId: string;
  readonly taskId: string | null;
  readonly taskNode: string;
  readonly taskDue: string | null;
  readonly hasIncident: boolean;
  readonly demo: boolean;
}

/** The deals of these ids as cards, in the order of the ids. A won deal shows what it was won for. */
export async function dealCards(
  em: EntityManager,
  deps: Pick<ReadDeps, 'graph'>,
  ids: readonly string[],
): Promise<DealCard[]> {
  if (ids.length === 0) return [];
  const found = await query<Found>(
    em,
    `select d.id, d.name, d.currency, d.demo, coalesce(d.close_value, d.value) as value,
            a.id as "accountId", a.name as "accountName", p.id as "productId", p.name as "productName",
            o.id as "ownerId", o.name as "ownerName",
            ${DEAL_STATUS_SQL} as status, i.stage, i.deployment_id as "deploymentId",
            (select min(since) from position where instance_id = i.id) as since,
            t.id as "taskId", t.node_id as "taskNode", t.due_at as "taskDue",
            exists (select 1 from incident where instance_id = i.id and resolved_at is null) as "hasIncident"
     from deal d
     join instance i on i.id = d.instance_id
     join person o on o.id = d.owner_id
     left join account a on a.id = d.account_id
     left join product p on p.id = d.product_id
     left join lateral (
       select id, node_id, due_at from task where instance_id = i.id and status = 'open'
       order by due_at nulls last, id limit 1) t on true
     where d.id = any($1::text[])`,
    [ids],
  );
  const graphOf = await graphsOf(deps, found);
  const cards = new Map(
    found.map((row): [string, DealCard] => {
      const { accountId, accountName, productId, productName, ownerId, ownerName, deploymentId, ...card } = row;
      const { taskId, taskNode, taskDue, ...rest } = card;
      const facts = taskId === null ? null : nodeFacts(graphOf(deploymentId), taskNode);
      return [
        row.id,
        {
          ...rest,
          account: accountId === null ? null : { id: accountId, name: accountName },
          product: productId === null ? null : { id: productId, name: productName },
          owner: { id: ownerId, name: ownerName },
          nextTask:
            taskId === null || facts === null
              ? null
              : { id: taskId, name: facts.name, labels: facts.labels, dueAt: taskDue },
        },
      ];
    }),
  );
  return ids.flatMap((id) => cards.get(id) ?? []);
}
