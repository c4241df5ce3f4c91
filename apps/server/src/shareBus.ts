import { type Bus, busEvent } from '@dealwright/api/server';
import type { Notices } from '@dealwright/store';

/** Servers tell each other under this topic what changed, for the browsers that are connected to them. */
const LIVE = 'live';

/**
 * The bus, joined with those of all servers over the same database: what is published on one is heard on each. When
 * words of others may have been missed, browsers are told that anything may have changed; `processIds` are the
 * processes whose deals that may be.
 */
export function shareBus(
  bus: Bus,
  notices: Notices,
  options: { readonly processIds: () => Promise<readonly string[]>; readonly onError: (error: unknown) => void },
): Bus {
  const publishAll = async (): Promise<void> => {
    for (const kind of ['tasks', 'models', 'incidents'] as const) bus.publish({ kind });
    for (const processId of await options.processIds()) bus.publish({ kind: 'deal', dealId: null, processId });
  };
  notices.listen(LIVE, (text) => bus.publish(busEvent.parse(JSON.parse(text))));
  notices.onGap(() => void publishAll().catch(options.onError));
  return {
    publish(event) {
      bus.publish(event);
      notices.tell(LIVE, JSON.stringify(event));
    },
    subscribe: (listener) => bus.subscribe(listener),
  };
}
