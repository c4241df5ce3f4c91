import { queryOne } from '@dealwright/store';
import { type DealScope, ownersOf } from '../DealScope.ts';
import { nodeFacts } from '../nodeFacts.ts';
import type { DealDeps } from '../SalesDeps.ts';
import { SalesError } from '../SalesError.ts';
import { writeAudit } from '../writeAudit.ts';
import { moveTargets } from './moveTargets.ts';
import { dealNotFound } from './updateDeal.ts';

export interface MoveDealRequest {
  readonly id: string;
  /** element where the deal stood for who moves it */
  readonly from: string;
  /** element that it is to wait at instead */
  readonly to: string;
  readonly reason: string;
  readonly actorId: string;
  readonly scope: DealScope;
}

interface Standing {
  readonly instanceId: string;
  readonly deploymentId: string;
  readonly token: number | null;
}

/**
 * Takes a deal to another task by hand, around what the drawing asks for: the exception, with its reason in the audit
 * trail, in one transaction with the move. Throws `not-found` (also outside `scope`), `deal-moved-on` when the deal no
 * longer stands at `from`, `not-a-target` when `to` is no task on that level.
 */
export async function moveDeal(deps: DealDeps, request: MoveDealRequest): Promise<void> {
  const standing = await queryOne<Standing>(
    deps.em(),
    `select d.instance_id as "instanceId", i.deployment_id as "deploymentId",
            (select min(p.token) from position p where p.instance_id = i.id and p.node_id = $2) as token
     from deal d join instance i on i.id = d.instance_id
     where d.id = $1 and ($3::text[] is null or d.owner_id = any($3))`,
    [request.id, request.from, ownersOf(request.scope)],
  );
  if (!standing) throw dealNotFound();
  if (standing.token === null)
    throw new SalesError('deal-moved-on', {
      en: 'The deal no longer stands there. Look where it is now, and move it from there.',
      zh: '商机已不在该环节，请查看最新位置后再操作。',
    });
  const graph = await deps.runtime.graph(standing.deploymentId);
  if (!moveTargets(graph, request.from).some((target) => target.nodeId === request.to))
    throw new SalesError(
      'not-a-target',
      { en: 'A deal can’t be moved to that step.', zh: '商机无法移动到该环节。' },
      { place: { field: 'to', elementId: request.to } },
    );
  await deps.runtime.move({
    instanceId: standing.instanceId,
    token: standing.token,
    to: request.to,
    actorId: request.actorId,
    within: (em) =>
      writeAudit(em, deps, {
        actorId: request.actorId,
        action: 'deal.move',
        subjectType: 'deal',
        subjectId: request.id,
        before: { nodeId: request.from, name: nodeFacts(graph, request.from).name },
        after: { nodeId: request.to, name: nodeFacts(graph, request.to).name, reason: request.reason },
      }),
  });
}
