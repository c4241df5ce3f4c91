import type { Bus } from './Bus.ts';
import type { LiveChange } from './contract/index.ts';
import type { Session } from './Services.ts';

/** Beyond this many, a slow reader is told "deals of this process" rather than each deal: memory stays bounded. */
const MOST_WAITING = 200;

/**
 * What changed, for one browser, until it goes away or its session ends. Signals carry no data, so every screen asks
 * again under its own permissions. Equal signals that wait together are sent once. Listens from the call on, so that
 * nothing is missed between "connected" and the first read.
 */
export function liveChanges(
  bus: Bus,
  session: Pick<Session, 'personId'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<LiveChange, void, void> {
  const waiting = new Map<string, LiveChange>();
  const state = { ended: signal?.aborted ?? false, wake: (): void => {} };
  const unsubscribe = bus.subscribe((event) => {
    if (event.kind === 'session-ended') return event.personId === session.personId ? end() : undefined;
    const change = waiting.size >= MOST_WAITING ? coarser(event) : event;
    waiting.set(keyOf(change), change);
    state.wake();
  });
  const end = (): void => {
    unsubscribe();
    state.ended = true;
    state.wake();
  };
  signal?.addEventListener('abort', end, { once: true });
  return changes(waiting, state, end);
}

async function* changes(
  waiting: Map<string, LiveChange>,
  state: { readonly ended: boolean; wake: () => void },
  end: () => void,
): AsyncGenerator<LiveChange, void, void> {
  try {
    while (!state.ended) {
      const batch = [...waiting.values()];
      waiting.clear();
      for (const change of batch) yield change;
      if (waiting.size > 0 || state.ended) continue;
      await new Promise<void>((resolve) => {
        state.wake = resolve;
      });
    }
  } finally {
    end();
  }
}

function coarser(change: LiveChange): LiveChange {
  return change.kind === 'deal' ? { ...change, dealId: null } : change;
}

/** An import's progress replaces the progress that was not sent yet; other signals are merged when equal. */
function keyOf(change: LiveChange): string {
  return change.kind === 'import' ? `import ${change.runId}` : JSON.stringify(change);
}
