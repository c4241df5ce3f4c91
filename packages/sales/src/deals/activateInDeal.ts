import { queryOne } from '@dealwright/store';
import { type DealScope, ownersOf } from '../DealScope.ts';
import { nodeFacts } from '../nodeFacts.ts';
import type { DealDeps } from '../SalesDeps.ts';
import { SalesError } from '../SalesError.ts';
import { writeAudit } from '../writeAudit.ts';
import { activitiesOf } from './startableAt.ts';
import { dealNotFound } from './updateDeal.ts';

export interface ActivateRequest {
  readonly id: string;
  /** the ad-hoc subprocess */
  readonly from: string;
  /** the activity inside it */
  readonly nodeId: string;
  readonly actorId: string;
  /** sent again with the same id, it starts nothing more */
  readonly commandId: string;
  readonly scope: DealScope;
}

/**
 * Starts one more activity of an ad-hoc subprocess that the deal stands in, with an entry in the audit trail. Throws
 * `not-found` (also outside `scope`), `deal-moved-on` when it no longer stands there, `not-a-target` when there is no
 * such activity inside, and what `Runtime.activate` throws.
 */
export async function activateInDeal(
  deps: DealDeps,
  request: ActivateRequest,
): Promise<{ readonly nextTasks: readonly string[] }> {
  const standing = await queryOne<{ instanceId: string; deploymentId: string; token: number | null }>(
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
      en: 'The deal no longer stands there. Look where it is now.',
      zh: '商机已不在该环节，请查看最新位置。',
    });
  const graph = await deps.runtime.graph(standing.deploymentId);
  const adHoc = graph.nodes[graph.nodeIndex.get(request.from) ?? -1];
  if (!adHoc?.adHoc || !activitiesOf(graph, adHoc).some((node) => node.id === request.nodeId))
    throw new SalesError(
      'not-a-target',
      { en: 'That step can’t be started there.', zh: '无法在此处启动该环节。' },
      { place: { field: 'nodeId', elementId: request.nodeId } },
    );
  const { nextTasks } = await deps.runtime.activate({
    instanceId: standing.instanceId,
    token: standing.token,
    nodeId: request.nodeId,
    variables: {},
    actorId: request.actorId,
    commandId: request.commandId,
    within: (em) =>
      writeAudit(em, deps, {
        actorId: request.actorId,
        action: 'deal.activate',
        subjectType: 'deal',
        subjectId: request.id,
        before: null,
        after: { nodeId: request.nodeId, name: nodeFacts(graph, request.nodeId).name },
      }),
  });
  return { nextTasks };
}
