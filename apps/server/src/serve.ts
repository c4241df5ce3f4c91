import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensureFirstAdmin, findSession } from '@dealwright/api/server';
import { migrationState } from '@dealwright/store';
import { createApp } from './app/createApp.ts';
import { compose } from './compose.ts';
import type { Config } from './config/readConfig.ts';
import { loadDemoAtStart } from './demoAtStart.ts';
import { listen } from './listen.ts';
import { createLog } from './log.ts';
import { keepMaintained } from './keepMaintained.ts';
import { keepHistory } from './operations/keepHistory.ts';
import { createReadiness } from './operations/createReadiness.ts';

const WEB = fileURLToPath(new URL('../../web/dist', import.meta.url));
/** A database that is asked whether it is there should not take longer. */
const PATIENCE_MS = 3000;
/** Longer than any answer should take, shorter than what usually kills a process that does not stop. */
const GRACE_MS = 8000;

export interface Serving {
  /** what the person at the console should know: the address, and the link to become the first admin */
  readonly lines: readonly string[];
  /** says so first, then takes no new requests; those under way finish, then jobs, then the database closes */
  readonly stop: () => Promise<void>;
}

/** Serves the product until it is stopped. @throws DealwrightError, ListenError */
export async function serve(config: Config, options: { readonly demo: boolean }): Promise<Serving> {
  const log = createLog(config.logLevel);
  const { platform, services, store, runtime, receive, metrics, tracing, close } = await compose(config, log);
  const readiness = createReadiness({ migrations: () => migrationState(platform.em()), patience: PATIENCE_MS });
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
      findSession: (token) => findSession(platform.em, token, platform.now()),
      receive,
      readiness: () => readiness.check(),
      metrics,
      metricsToken: config.metricsToken,
      tracing,
    });
    const setupLink = await ensureFirstAdmin(platform, config.admin);
    const demoLines = options.demo ? await loadDemoAtStart(platform, services, config) : [];
    const server = await listen(app, config.host, config.port);
    const worker = runtime.startWorker();
    readiness.workerRuns(true);
    const maintenance = keepMaintained({
      store,
      history: () => keepHistory({ store, now: platform.now, exportTo: config.historyExport, log }),
      bus: platform.bus,
      log,
    });
    log.info({ origin: config.origin, database: platform.database, version: platform.version }, 'serving');
    return {
      lines: [
        `Dealwright is at ${config.origin}`,
        ...(setupLink === null ? [] : [`Become the first admin (this link works once): ${setupLink}`]),
        ...demoLines,
      ],
      async stop() {
        readiness.stopping();
        // whoever spreads requests sees it and sends no more; until then they are answered
        if (config.drainSeconds > 0) await sleep(config.drainSeconds * 1000);
        await server.stop(GRACE_MS);
        if (!(await endsWithin(worker.stop(), GRACE_MS))) log.warn({}, 'a job is left to be tried again');
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

/** Whether the work ended in time; it is waited for no longer. */
async function endsWithin(work: Promise<void>, milliseconds: number): Promise<boolean> {
  const waiting = new AbortController();
  const late = sleep(milliseconds, false, { signal: waiting.signal }).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    waiting.abort();
  }
}
