import type { Bus } from './Bus.ts';
import type { LiveChange } from './contract/index.ts';
import type { Session } from './Services.ts';

/** Beyond this many, a slow reader is told "deals of this process" rather than each deal: memory stays bounded. */
const MOST_WAITING = 200;

/**
 * What changed, for one browser, until it goes away or its session ends. Signals carry no data, so every screen asks
 * again under its own permissions. Equal signals that wait together are sent once.
 */
export async function* liveChanges(
  bus: Bus,
  session: Pick<Session, 'personId'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<LiveChange, void, void> {
  const waiting = new Map<string, LiveChange>();
  const state = { ended: signal?.aborted ?? false };
  let wake = (): void => {};
  const end = (): void => {
    state.ended = true;
    wake();
  };
  const unsubscribe = bus.subscribe((event) => {
    if (event.kind === 'session-ended') {
      if (event.personId === session.personId) end();
      return;
    }
    const change = waiting.size >= MOST_WAITING ? coarser(event) : event;
    waiting.set(keyOf(change), change);
    wake();
  });
  signal?.addEventListener('abort', end);
  try {
    while (!state.ended) {
      const batch = [...waiting.values()];
      waiting.clear();
      for (const change of batch) yield change;
      if (waiting.size > 0 || state.ended) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    unsubscribe();
    signal?.removeEventListener('abort', end);
  }
}

function coarser(change: LiveChange): LiveChange {
  return change.kind === 'deal' ? { ...change, dealId: null } : change;
}

/** An import's progress replaces the progress that was not sent yet; other signals are merged when equal. */
function keyOf(change: LiveChange): string {
  return change.kind === 'import' ? `import ${change.runId}` : JSON.stringify(change);
}
