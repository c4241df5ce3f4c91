import type { LiveChange } from '@dealwright/api/contract';
import { api } from './client.ts';
import { queryClient } from './queryClient.ts';
import { staleFloors } from './staleFloors.ts';

/** Changes that come in a burst (an import, a bulk claim) ask the server once, not once each. */
const GATHER_MS = 400;

type Listener = (change: LiveChange) => void;
const listeners = new Set<Listener>();

/** Hears every change as it comes, for what is more than a refresh (the import's progress bar). */
export function onLiveChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Follows the server's changes until the returned function is called; what is shown is asked for again. */
export function followChanges(): () => void {
  const stale = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const floor of stale) void queryClient.invalidateQueries({ queryKey: [floor] });
    stale.clear();
  };
  let started = false;
  const subscription = api.live.changes.subscribe(undefined, {
    onStarted: () => {
      // After a lost connection nobody knows what was missed.
      if (started) void queryClient.invalidateQueries();
      started = true;
    },
    onData: (change) => {
      for (const listener of listeners) listener(change);
      for (const floor of staleFloors(change)) stale.add(floor);
      timer ??= setTimeout(flush, GATHER_MS);
    },
  });
  return () => {
    subscription.unsubscribe();
    clearTimeout(timer);
  };
}
