import type { Bus } from '@dealwright/api/server';
import type { RuntimeChange } from '@dealwright/runtime';
import { rowLookup, type EntityManager } from '@dealwright/store';
import type { Logger } from 'pino';
import { errorFields } from './log.ts';

interface Needs {
  readonly em: () => EntityManager;
  readonly bus: Bus;
  readonly log: Logger;
}

const dealOf = rowLookup<{ readonly id: string; readonly instanceId: string }>(
  'select id, instance_id as "instanceId" from deal where instance_id = any($1::text[])',
  (row) => row.instanceId,
);

const KNOWN = 10_000;

function remember(known: Map<string, string>, instanceId: string, dealId: string): void {
  known.set(instanceId, dealId);
  const [oldest] = known.keys();
  if (known.size > KNOWN && oldest !== undefined) known.delete(oldest);
}

/**
 * Tells open screens of every committed change of an instance, whoever made it. Never throws: the change itself stands.
 * Await `settled` before the database is closed: an embedded one would wait for ever for a question that came after.
 */
export function followChanges(needs: Needs): {
  readonly told: (change: RuntimeChange) => void;
  readonly settled: () => Promise<void>;
} {
  const underWay = new Set<Promise<void>>();
  /** deals by instance: an instance never has another one */
  const known = new Map<string, string>();
  return {
    told(change) {
      const following = tell({ ...needs, known }, change)
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

async function tell(
  { em, bus, known }: Needs & { known: Map<string, string> },
  { instanceId, processId }: RuntimeChange,
): Promise<void> {
  const dealId = known.get(instanceId) ?? (await dealOf(em, instanceId))?.id ?? null;
  if (dealId !== null) remember(known, instanceId, dealId);
  bus.publish({ kind: 'deal', dealId, processId });
  bus.publish({ kind: 'tasks' });
}
