import { queryOne } from '@dealwright/store';
import type { ProcessFigures } from './ProcessFigures.ts';
import { processView, type ProcessViewRequest } from './processView.ts';

interface Kept {
  readonly snapshot: string;
  /** epoch milliseconds */
  readonly at: number;
  readonly figures: Promise<ProcessFigures>;
}

/** What the clock alone changes, a deadline that passes, may be seen that much later. */
const MAX_AGE_MS = 10_000;
const SIZE = 50;

/**
 * `processView`, computed once for as long as nothing in the database changes: many look at the same figures, and
 * every open screen asks again when told of a change. What was committed before the call is in the figures, whichever
 * server committed it: they are kept under the database's snapshot, which tells of every transaction that has ended
 * (a sign-in too: it costs a computation, never a wrong figure).
 */
export function createProcessViews(compute = processView): typeof processView {
  const kept = new Map<string, Kept>();
  return async (request) => {
    const key = keyOf(request);
    const snapshot = await currentSnapshot(request);
    const found = kept.get(key);
    if (found?.snapshot === snapshot && Math.abs(request.now - found.at) < MAX_AGE_MS) return found.figures;
    const made: Kept = { snapshot, at: request.now, figures: compute(request) };
    // a map keeps the order of insertion: the oldest falls off the front
    kept.delete(key);
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > SIZE && oldest !== undefined) kept.delete(oldest);
    try {
      return await made.figures;
    } catch (error) {
      if (kept.get(key) === made) kept.delete(key);
      throw error;
    }
  };
}

function keyOf({ drawnDeploymentId, processId, deploymentId, from, to, owners }: ProcessViewRequest): string {
  return JSON.stringify([drawnDeploymentId, processId, deploymentId, from, to, owners]);
}

/** Two statements that see the same snapshot see the same rows. */
async function currentSnapshot({ em }: ProcessViewRequest): Promise<string> {
  const row = await queryOne<{ snapshot: string }>(em, 'select pg_current_snapshot()::text as snapshot');
  if (!row) throw new Error('a select without from gave no row');
  return row.snapshot;
}
