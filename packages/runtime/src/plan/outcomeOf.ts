import type { Effect } from '@dealwright/engine';

/** How the instance ended: the end event's outcome, else what it had before; null while it runs. */
export function outcomeOf(finish: Extract<Effect, { type: 'finish' }> | null, before: string | null): string | null {
  return finish?.outcome ?? before;
}
