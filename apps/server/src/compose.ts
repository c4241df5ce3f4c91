import { createBus, createServices, endInterruptedImports, type Platform, type Services } from '@dealwright/api/server';
import {
  type ConnectorSettings,
  createConnectors,
  createReceiver,
  createSecretBox,
  createSecrets,
  createWebhooks,
  type Delivery,
  keyFileIn,
  type Received,
} from '@dealwright/connectors';
import { createEvaluator } from '@dealwright/expression';
import { createRuntime, type Runtime } from '@dealwright/runtime';
import { createAssignmentResolver } from '@dealwright/sales';
import { type EntityManager, noNotices, openNotices, openStore, query, type Store } from '@dealwright/store';
import { randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { databaseOf } from './config/databaseOf.ts';
import type { Config } from './config/readConfig.ts';
import { followChanges } from './followChanges.ts';
import { createSortableIds } from './sortableId.ts';
import { errorFields } from './log.ts';
import { createMetrics, type Metrics } from './operations/createMetrics.ts';
import { tracedConnectors, tracedEm, type Tracing } from './operations/Tracing.ts';
import { shareBus } from './shareBus.ts';
import { readTemplates } from './templates.ts';
import { VERSION } from './version.ts';

export interface Composed {
  readonly platform: Platform;
  readonly services: Services;
  readonly store: Store;
  readonly runtime: Runtime;
  /** takes a delivery to a webhook */
  readonly receive: (delivery: Delivery) => Promise<Received>;
  readonly metrics: Metrics;
  /** null: nobody traces */
  readonly tracing: Tracing | null;
  /** ends threads and closes the database; stop whatever uses them first */
  readonly close: () => Promise<void>;
}

/** Opens the database that the configuration names and puts the house together over it. @throws DealwrightError */
export async function compose(config: Config, log: Logger): Promise<Composed> {
  const store = await openStore({ ...databaseOf(config), now: Date.now });
  try {
    // the folder is this process's alone by now: nobody else makes a key at this moment
    const secretKey = config.secretKey ?? (config.databaseUrl === null ? await keyFileIn(config.dataFolder) : null);
    const { origin, connections } = config;
    const tracing = await tracingOf(config);
    return await composeOver(store, {
      origin,
      log,
      now: Date.now,
      secretKey,
      connections,
      tracing,
      processMetrics: true,
      ...(config.databaseUrl === null ? {} : { databaseUrl: config.databaseUrl }),
    });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** What traces need is loaded only when there are some. */
async function tracingOf({ otlpEndpoint }: Config): Promise<Tracing | null> {
  if (otlpEndpoint === null) return null;
  const { startTracing } = await import('./operations/startTracing.ts');
  return startTracing({ endpoint: otlpEndpoint, version: VERSION, instance: `${hostname()}-${process.pid}` });
}

/** The same over an open database and any clock (epoch milliseconds), which is how tests do it. */
export async function composeOver(
  store: Store,
  options: {
    readonly origin: string;
    readonly log: Logger;
    readonly now: () => number;
    /** 32 bytes; null: secrets and webhooks can't be made */
    readonly secretKey: Buffer | null;
    readonly connections: ConnectorSettings;
    readonly tracing?: Tracing | null;
    /** the PostgreSQL that the store is in: other servers over it are told of changes and jobs, and tell of theirs */
    readonly databaseUrl?: string;
    /** count the process's memory and event loop too: once a process */
    readonly processMetrics?: boolean;
  },
): Promise<Composed> {
  const { log, now, origin, tracing = null } = options;
  const newId = createSortableIds(now);
  const em = tracing ? () => tracedEm(tracing, store.em()) : () => store.em();
  const metrics = createMetrics({
    em,
    store,
    now,
    clock: () => performance.now(),
    process: options.processMetrics ?? false,
  });
  const evaluator = createEvaluator();
  const serverId = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const noticeFailed = (error: unknown) => log.warn(errorFields(error), 'servers can not tell each other of changes');
  const notices =
    options.databaseUrl === undefined
      ? noNotices
      : openNotices({ url: options.databaseUrl, serverId, clock: () => performance.now(), onError: noticeFailed });
  const bus = shareBus(
    createBus((error) => log.error(errorFields(error), 'a live update could not be sent')),
    notices,
    { processIds: () => deployedProcesses(em()), onError: noticeFailed },
  );
  const changes = followChanges({ em, bus, log });
  const assign = createAssignmentResolver({
    evaluate: (expression, variables) => evaluator.evaluate(expression, variables, now()),
    onFallback: (note) => log.warn(note, 'a task went to the managers because its rule named nobody'),
  });
  const box = createSecretBox(options.secretKey, randomBytes);
  const secrets = createSecrets(box);
  const webhooks = createWebhooks(box, randomBytes);
  const connectors = createConnectors({ em, now, secrets, settings: options.connections, log });
  const runtime = createRuntime({
    em,
    now,
    newId,
    evaluator,
    assign,
    connectors: tracing ? tracedConnectors(tracing, connectors) : connectors,
    observe: tracing ? { ...metrics.observe, span: (name, work) => tracing.span(name, work) } : metrics.observe,
    onError: (error) => log.error(errorFields(error), 'work in the background failed'),
    onChange: changes.told,
    peers: notices,
    serverId,
  });
  const platform: Platform = {
    em,
    now,
    newId,
    newToken: () => randomBytes(32).toString('base64url'),
    random: Math.random,
    runtime,
    evaluator,
    assign,
    secrets,
    webhooks,
    bus,
    log,
    origin,
    templates: await readTemplates(),
    version: VERSION,
    database: store.kind,
  };
  await endInterruptedImports(platform);
  return {
    platform,
    services: createServices(platform),
    store,
    runtime,
    receive: createReceiver({ em, now, webhooks, runtime, evaluator }),
    metrics,
    tracing,
    close: async () => {
      await changes.settled();
      await notices.close();
      await evaluator.dispose();
      await tracing?.stop();
      await store.close();
    },
  };
}

async function deployedProcesses(em: EntityManager): Promise<readonly string[]> {
  const rows = await query<{ id: string }>(em, 'select distinct process_id as id from deployment');
  return rows.map(({ id }) => id);
}
