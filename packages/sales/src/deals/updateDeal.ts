import type { ProcessGraph } from '@dealwright/bpmn';
import type { JsonObject } from '@dealwright/engine';
import { type EntityManager, query, queryOne, setAssignee } from '@dealwright/store';
import { isOwnersTask } from '../assignment/roles.ts';
import { type DealScope, ownersOf } from '../DealScope.ts';
import type { DealDeps } from '../SalesDeps.ts';
import { SalesError } from '../SalesError.ts';
import { writeAudit } from '../writeAudit.ts';
import { dealVariables, type DealFacts } from './dealVariables.ts';
import { checkReferences } from './startDeal.ts';

export type DealChanges = {
  readonly [Key in 'name' | 'accountId' | 'productId' | 'ownerId' | 'value' | 'expectedCloseOn' | 'nextStep']?:
    | DealFacts[Key]
    | undefined;
};

interface DealRow extends DealFacts {
  readonly instanceId: string;
  readonly deploymentId: string;
  readonly revision: number;
  readonly active: boolean;
}

/**
 * Changes a deal's fields and tells its process: variables follow, and with a new owner the open tasks that were the
 * old owner's by drawing. Throws `not-found` (also for a deal outside `scope`), `deal-conflict` when somebody has saved
 * since `revision` was read (`details`: the present revision, who and when), `owner-unknown` and the like.
 */
export async function updateDeal(
  deps: DealDeps,
  request: {
    readonly id: string;
    readonly revision: number;
    readonly changes: DealChanges;
    readonly actorId: string;
    readonly scope: DealScope;
  },
): Promise<{ revision: number }> {
  let revision = request.revision;
  const instance = await queryOne<{ id: string; deploymentId: string }>(
    deps.em(),
    `select i.id, i.deployment_id as "deploymentId" from deal d join instance i on i.id = d.instance_id
     where d.id = $1 and ($2::text[] is null or d.owner_id = any($2))`,
    [request.id, ownersOf(request.scope)],
  );
  if (!instance) throw dealNotFound();
  // before the transaction: the runtime reads it through a connection of its own
  const graph = await deps.runtime.graph(instance.deploymentId);
  // the deal, its process's variables and its tasks together, under the instance's lock, as a task's completion has it
  await deps.runtime.setVariables({
    instanceId: instance.id,
    actorId: request.actorId,
    async variables(em) {
      const { before, after, changed } = await save(em, deps, request);
      revision = after.revision;
      if (!changed || !after.active) return {};
      if (before.ownerId !== after.ownerId) {
        await moveOwnersTasks(em, deps, { graph, before, after, actorId: request.actorId });
      }
      return changedVariables(em, before, after);
    },
  });
  return { revision };
}

async function save(
  em: EntityManager,
  deps: DealDeps,
  request: Parameters<typeof updateDeal>[1],
): Promise<{ before: DealRow; after: DealRow; changed: boolean }> {
  const before = await lockDeal(em, request.id, request.scope);
  if (before.revision !== request.revision) throw await conflict(em, before);
  const given = Object.entries(request.changes).filter(
    ([key, value]) => value !== undefined && value !== before[key as keyof DealChanges],
  );
  if (given.length === 0) return { before, after: before, changed: false };
  const changes = Object.fromEntries(given) as DealChanges;
  await checkReferences(em, changes);
  const after: DealRow = { ...before, ...(changes as Partial<DealFacts>), revision: before.revision + 1 };
  await query(
    em,
    `update deal set name = $2, account_id = $3, product_id = $4, owner_id = $5, value = $6, expected_close_on = $7,
            next_step = $8, revision = $9, updated_at = $10
     where id = $1`,
    [
      after.id,
      after.name,
      after.accountId,
      after.productId,
      after.ownerId,
      after.value,
      after.expectedCloseOn,
      after.nextStep,
      after.revision,
      new Date(deps.now()),
    ],
  );
  await writeAudit(em, deps, {
    actorId: request.actorId,
    action: 'deal.update',
    subjectType: 'deal',
    subjectId: after.id,
    before: Object.fromEntries(given.map(([key]) => [key, before[key as keyof DealChanges]])),
    after: changes,
  });
  return { before, after, changed: true };
}

async function lockDeal(em: EntityManager, id: string, scope: DealScope): Promise<DealRow> {
  const row = await queryOne<DealRow>(
    em,
    `select d.id, d.name, d.owner_id as "ownerId", d.account_id as "accountId", d.product_id as "productId", d.value,
            d.currency, d.expected_close_on as "expectedCloseOn", d.next_step as "nextStep", d.revision,
            d.instance_id as "instanceId", i.deployment_id as "deploymentId", i.status = 'active' as active
     from deal d join instance i on i.id = d.instance_id
     where d.id = $1 and ($2::text[] is null or d.owner_id = any($2)) for update of d`,
    [id, ownersOf(scope)],
  );
  if (!row) throw dealNotFound();
  return row;
}

export function dealNotFound(): SalesError {
  return new SalesError('not-found', { en: 'There is no such deal.', zh: '没有此商机。' });
}

async function conflict(em: EntityManager, deal: DealRow): Promise<SalesError> {
  const last = await queryOne<{ at: string; by: string | null }>(
    em,
    `select a.at, p.name as by from audit a left join person p on p.id = a.actor_id
     where a.subject_type = 'deal' and a.subject_id = $1 order by a.at desc limit 1`,
    [deal.id],
  );
  const who = last?.by;
  return new SalesError(
    'deal-conflict',
    {
      en: `${who ?? 'Somebody'} has changed this deal in the meantime. Look at the new values and save again.`,
      zh: `${who ?? '其他人'}刚刚修改了该商机，请查看最新内容后再保存。`,
    },
    { details: { revision: deal.revision, by: who ?? null, at: last?.at ?? null } },
  );
}

async function changedVariables(em: EntityManager, before: DealRow, after: DealRow): Promise<JsonObject> {
  const was = await dealVariables(em, before);
  const is = await dealVariables(em, after);
  return Object.fromEntries(Object.entries(is).filter(([key, value]) => value !== was[key]));
}

/** With a new owner go the open tasks that were the old owner's by drawing, but not those they had from elsewhere. */
async function moveOwnersTasks(
  em: EntityManager,
  deps: DealDeps,
  {
    graph,
    before,
    after,
    actorId,
  }: { readonly graph: ProcessGraph; readonly before: DealRow; readonly after: DealRow; readonly actorId: string },
): Promise<void> {
  const tasks = await query<{ id: string; nodeId: string; candidates: readonly string[] }>(
    em,
    `select id, node_id as "nodeId", candidates from open_task
     where instance_id = $1 and assignee_id = $2 order by id for update`,
    [after.instanceId, before.ownerId],
  );
  const owner = `p:${after.ownerId}`;
  const claimedAt = new Date(deps.now()).toISOString();
  for (const task of tasks) {
    const node = graph.nodeIndex.get(task.nodeId);
    if (node === undefined || !isOwnersTask(graph, node)) continue;
    const candidates = [...new Set(task.candidates.map((one) => (one === `p:${before.ownerId}` ? owner : one)))];
    await query(em, 'update open_task set candidates = $2, revision = revision + 1 where id = $1', [
      task.id,
      candidates,
    ]);
    await setAssignee(em, { taskId: task.id, assigneeId: after.ownerId, claimedAt, offeredTo: [] });
    await writeAudit(em, deps, {
      actorId,
      action: 'task.assign',
      subjectType: 'task',
      subjectId: task.id,
      before: { assigneeId: before.ownerId },
      after: { assigneeId: after.ownerId },
    });
  }
}
