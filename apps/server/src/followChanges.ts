import type { Bus } from '@dealwright/api/server';
import type { RuntimeChange } from '@dealwright/runtime';
import { settleDeal } from '@dealwright/sales';
import { query, queryOne, type EntityManager } from '@dealwright/store';
import type { Logger } from 'pino';
import { errorFields } from './log.ts';

interface Needs {
  readonly em: () => EntityManager;
  readonly bus: Bus;
  readonly log: Logger;
}

/**
 * What follows from every committed change of an instance, whoever made it: a deal whose process is over gets its
 * closing facts, and open screens are told. Never throws: the change itself stands. Await `settled` before the database
 * is closed: an embedded one would wait for ever for a question that came after.
 */
export function followChanges(needs: Needs): {
  readonly told: (change: RuntimeChange) => void;
  readonly settled: () => Promise<void>;
} {
  const underWay = new Set<Promise<void>>();
  return {
    told(change) {
      const following = tell(needs, change)
        .catch((error: unknown) =>
          needs.log.error({ instance: change.instanceId, ...errorFields(error) }, 'a change could not be followed up'),
        )
        .finally(() => underWay.delete(following));
      underWay.add(following);
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}

async function tell({ em, bus }: Needs, { instanceId, processId }: RuntimeChange): Promise<void> {
  await settleDeal(em(), instanceId);
  const deal = await queryOne<{ id: string }>(em(), 'select id from deal where instance_id = $1', [instanceId]);
  bus.publish({ kind: 'deal', dealId: deal?.id ?? null, processId });
  bus.publish({ kind: 'tasks' });
}

/** At start: settles the deals whose process ended just before the server was killed. */
export async function settleLeftOver(em: EntityManager): Promise<void> {
  const rows = await query<{ instanceId: string }>(
    em,
    `select d.instance_id as "instanceId" from deal d join instance i on i.id = d.instance_id
     where d.closed_at is null and i.status <> 'active'`,
  );
  for (const { instanceId } of rows) await settleDeal(em, instanceId);
}
