import { fileURLToPath } from 'node:url';
import { ensureFirstAdmin, findSession } from '@dealwright/api/server';
import { createApp } from './app/createApp.ts';
import { compose } from './compose.ts';
import type { Config } from './config/readConfig.ts';
import { loadDemoAtStart } from './demoAtStart.ts';
import { listen } from './listen.ts';
import { createLog } from './log.ts';
import { keepMaintained } from './keepMaintained.ts';

const WEB = fileURLToPath(new URL('../../web/dist', import.meta.url));
/** Longer than any answer should take, shorter than what usually kills a process that does not stop. */
const GRACE_MS = 8000;

export interface Serving {
  /** what the person at the console should know: the address, and the link to become the first admin */
  readonly lines: readonly string[];
  /** no new requests, those under way finish, then jobs, then the database */
  readonly stop: () => Promise<void>;
}

/** Serves the product until it is stopped. @throws DealwrightError, ListenError */
export async function serve(config: Config, options: { readonly demo: boolean }): Promise<Serving> {
  const log = createLog(config.logLevel);
  const { platform, services, store, runtime, receive, ping, close } = await compose(config, log);
  try {
    const app = createApp({
      services,
      bus: platform.bus,
      log,
      newId: platform.newId,
      now: platform.now,
      origin: config.origin,
      trustProxy: config.trustProxy,
      webFolder: WEB,
      findSession: (token) => findSession(platform.em(), token, platform.now()),
      receive,
      ping,
    });
    const setupLink = await ensureFirstAdmin(platform, config.admin);
    const demoLines = options.demo ? await loadDemoAtStart(platform, services, config) : [];
    const server = await listen(app, config.host, config.port);
    const worker = runtime.startWorker();
    const maintenance = keepMaintained({ store, bus: platform.bus, log });
    log.info({ origin: config.origin, database: platform.database, version: platform.version }, 'serving');
    return {
      lines: [
        `Dealwright is at ${config.origin}`,
        ...(setupLink === null ? [] : [`Become the first admin (this link works once): ${setupLink}`]),
        ...demoLines,
      ],
      async stop() {
        await server.stop(GRACE_MS);
        await worker.stop();
        await maintenance.stop();
        await close();
        log.info({}, 'stopped');
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
