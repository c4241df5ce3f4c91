import type { SqlEntityManager } from '@mikro-orm/sql';
import type { CommitPlan } from '../commit/CommitPlan.ts';
import { query } from '../query.ts';

/** A deployment `d1` of process `p1` and persons `ann` and `bob`, for tests that need rows to refer to. */
export async function insertDeployment(em: SqlEntityManager): Promise<void> {
  await query(
    em,
    `insert into model (id, process_id, name, draft_xml, created_at, updated_at) values ('m1', 'p1', 'P', '', now(), now())`,
  );
  await query(
    em,
    `insert into deployment (id, model_id, process_id, version, xml, note, deployed_at) values ('d1', 'm1', 'p1', 1, '', '', now())`,
  );
  await query(
    em,
    `insert into person (id, name, email, created_at) values ('ann', 'Ann', 'ann@example.com', now()), ('bob', 'Bob', 'bob@example.com', now())`,
  );
}

/** A plan that changes nothing but the instance, with `changes` laid over it; its state has the tokens named. */
export function planFor(
  id: string,
  revision: number,
  tokens: readonly number[],
  changes: Partial<CommitPlan> = {},
): CommitPlan {
  return {
    instance: {
      id,
      deploymentId: 'd1',
      processId: 'p1',
      status: 'active',
      outcome: null,
      stage: null,
      state: {
        v: 1,
        status: 'active',
        next: 100,
        tokens: tokens.map((token) => ({ id: token, node: 1, scope: 0 })),
        scopes: [{ id: 0, node: 0, parent: -1, vars: {} }],
      },
      revision,
      parentInstanceId: null,
      parentToken: null,
      startedAt: '2026-01-05T09:00:00.000Z',
      endedAt: null,
    },
    released: [],
    positions: [],
    tasks: [],
    jobs: [],
    subscriptions: [],
    incidents: [],
    history: [],
    audit: [],
    actorId: 'ann',
    at: '2026-01-05T09:00:00.000Z',
    command: null,
    ...changes,
  };
}
