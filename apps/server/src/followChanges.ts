import type { Bus } from '@dealwright/api/server';
import type { RuntimeChange } from '@dealwright/runtime';
import { lookup, query, type EntityManager } from '@dealwright/store';
import type { Logger } from 'pino';
import { errorFields } from './log.ts';

interface Needs {
  readonly em: () => EntityManager;
  readonly bus: Bus;
  readonly log: Logger;
}

const dealOf = lookup<string>(async (em, instanceIds) => {
  const rows = await query<{ id: string; instanceId: string }>(
    em,
    'select id, instance_id as "instanceId" from deal where instance_id = any($1::text[])',
    [instanceIds],
  );
  return new Map(rows.map((row) => [row.instanceId, row.id]));
});

/**
 * Tells open screens of every committed change of an instance, whoever made it. Never throws: the change itself stands.
 * Await `settled` before the database is closed: an embedded one would wait for ever for a question that came after.
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
  bus.publish({ kind: 'deal', dealId: await dealOf(em, instanceId), processId });
  bus.publish({ kind: 'tasks' });
}
