import type { LiveChange } from '@dealwright/api/contract';

const FLOORS: Readonly<Record<LiveChange['kind'], readonly string[]>> = {
  deal: ['deal', 'process'],
  tasks: ['task', 'deal'],
  models: ['model', 'process', 'lookups'],
  // Thousands of rows arrive: the screens behind look again when it is done, see below.
  import: ['import'],
  incidents: ['incident', 'deal', 'system'],
};

/** First words of the cache keys that a change makes stale. */
export function staleFloors(change: LiveChange): readonly string[] {
  if (change.kind === 'import' && change.status !== 'running') {
    return ['import', 'deal', 'task', 'process', 'people', 'lookups', 'model'];
  }
  return FLOORS[change.kind];
}
