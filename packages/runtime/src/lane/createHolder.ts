import type { HeldInstance } from './HeldInstance.ts';

/**
 * The instances that were written last, so that the next command need not read them. It may be behind: whoever commits
 * names the revision they started from, and reads again when it was not the latest.
 */
export interface Holder {
  get(instanceId: string): HeldInstance | undefined;
  put(held: HeldInstance): void;
  drop(instanceId: string): void;
}

/** Keeps at most `size` instances, those used last; one that is over is not kept. */
export function createHolder(size: number): Holder {
  const kept = new Map<string, HeldInstance>();
  return {
    get: (id) => kept.get(id),
    put(held) {
      const { id, status } = held.row;
      kept.delete(id);
      if (status !== 'active') return;
      kept.set(id, held);
      // a map keeps the order of insertion: what was written longest ago falls off the front
      const [oldest] = kept.keys();
      if (kept.size > size && oldest !== undefined) kept.delete(oldest);
    },
    drop: (id) => void kept.delete(id),
  };
}
