import type { State } from '../../../packages/engine/src/index.ts';
import type { Runtime } from '../../../packages/runtime/src/index.ts';
import { query, type Store } from '../../../packages/store/src/index.ts';

/** What waits at an element, as it stands in the database. */
export type StoredWait = { readonly instanceId: string; readonly token: number } & (
  | { readonly kind: 'task'; readonly taskId: string }
  | { readonly kind: 'timer'; readonly jobId: string }
  | { readonly kind: 'subscription' }
);

interface ActiveRow {
  readonly id: string;
  readonly deploymentId: string;
  readonly state: State;
}

/** What has waited longest at the element (its id), in the instance that was started first; null when nothing does. */
export async function waitAt(
  em: ReturnType<Store['em']>,
  runtime: Runtime,
  element: string,
): Promise<StoredWait | null> {
  const active = await query<ActiveRow>(
    em,
    `select id, deployment_id as "deploymentId", state from instance where status = 'active' order by started_at, id`,
  );
  for (const { id, deploymentId, state } of active) {
    const graph = await runtime.graph(deploymentId);
    const node = graph.nodeIndex.get(element);
    for (const token of state.tokens) {
      if (token.node !== node) continue;
      const wait = await storedUnder(em, id, token.id);
      if (wait) return wait;
    }
  }
  return null;
}

async function storedUnder(em: ReturnType<Store['em']>, instanceId: string, token: number): Promise<StoredWait | null> {
  const [row] = await query<{ kind: StoredWait['kind']; id: string }>(
    em,
    `select 'task' as kind, id from task where instance_id = $1 and token = $2 and status = 'open'
     union all select 'timer', id from job where instance_id = $1 and token = $2 and kind = 'timer'
     union all select 'subscription', id from subscription where instance_id = $1 and token = $2`,
    [instanceId, token],
  );
  if (!row) return null;
  if (row.kind === 'task') return { instanceId, token, kind: 'task', taskId: row.id };
  return row.kind === 'timer'
    ? { instanceId, token, kind: 'timer', jobId: row.id }
    : { instanceId, token, kind: 'subscription' };
}
