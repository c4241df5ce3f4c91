import type { Bus } from '@dealwright/api/server';
import type { Store } from '@dealwright/store';
import type { Logger } from 'pino';
import { errorFields } from './log.ts';

const FIRST_MS = 5 * 60_000;
const EVERY_MS = 6 * 3_600_000;

interface Needs {
  readonly store: Pick<Store, 'kind' | 'maintain'>;
  /** what the history needs, on either database */
  readonly history: () => Promise<void>;
  readonly bus: Bus;
  readonly log: Logger;
}

/**
 * Has the history kept and an embedded database maintained: some minutes after the start, every few hours, and after
 * each import. The rest a PostgreSQL server sees to itself. The timers keep no process alive; `stop` waits for what is
 * under way.
 */
export function keepMaintained({ store, history, bus, log }: Needs): { readonly stop: () => Promise<void> } {
  let running: Promise<void> | null = null;
  const maintain = () => {
    running ??= history()
      .catch((error: unknown) => log.error(errorFields(error), 'old history could not be seen to'))
      .then(() => (store.kind === 'pglite' ? store.maintain() : undefined))
      .catch((error: unknown) => log.error(errorFields(error), 'the database could not be maintained'))
      .finally(() => {
        running = null;
      });
  };
  const first = setTimeout(maintain, FIRST_MS).unref();
  const often = setInterval(maintain, EVERY_MS).unref();
  const forget = bus.subscribe((event) => {
    if (event.kind === 'import' && event.status === 'done') maintain();
  });
  return {
    async stop() {
      clearTimeout(first);
      clearInterval(often);
      forget();
      await running;
    },
  };
}
