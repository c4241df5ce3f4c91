import { createRequire } from 'node:module';
import { automaticModels, type ModelName } from './automaticModels.ts';
import type { MeasuredEngine } from './MeasuredEngine.ts';

// It pauses for 5 ms at each element; with many instances side by side others go on meanwhile.
const SIDE_BY_SIDE = 50;

/** The part of the package that is used here. Its own types need those of what it is built with. */
interface Server {
  readonly engine: { start(model: string, data: object): Promise<{ readonly instance: { readonly status: string } }> };
}
interface Logger {
  clear(): void;
}
interface MemoryStore {
  readonly db: { readonly db: Map<string, unknown> };
  locker: { lock(): Promise<boolean>; release(): Promise<void> };
}
interface Package {
  readonly Configuration: new (parts: object) => object;
  readonly Logger: new (options: object) => Logger;
  readonly BPMNServer: new (configuration: object, logger: Logger, options: object) => Server;
  readonly ModelsDatastore: new (server: Server) => object;
  readonly DefaultAppDelegate: new (server: Server) => object;
  readonly NoCacheManager: new (server: Server) => object;
  readonly ScriptHandler: new () => object;
}

/**
 * The npm package bpmn-server with the store in memory that it brings: there is no MongoDB to wait for. That store's
 * lock does not work without MongoDB, so it is left out; the models come from memory, not from files. The package reads
 * a model anew for each instance and offers no way to keep what it has read.
 */
export function openBpmnServer(): MeasuredEngine {
  const load = createRequire(import.meta.url);
  const bpmn = load('bpmn-server') as Package;
  const { MemoryDataStore } = load('bpmn-server/dist/datastore/MemoryDataStore.js') as {
    readonly MemoryDataStore: new (server: Server) => MemoryStore;
  };
  let store: MemoryStore | undefined;
  const configuration = new bpmn.Configuration({
    timers: { forceTimersDelay: 1000, precision: 3000 },
    database: {},
    definitions: (server: Server) =>
      Object.assign(new bpmn.ModelsDatastore(server), {
        getSource: (model: ModelName) => Promise.resolve(automaticModels[model].xml),
        getSVG: () => Promise.resolve(null),
      }),
    appDelegate: (server: Server) => new bpmn.DefaultAppDelegate(server),
    dataStore(server: Server) {
      store = new MemoryDataStore(server);
      store.locker = { lock: () => Promise.resolve(true), release: () => Promise.resolve() };
      return store;
    },
    cacheManager: (server: Server) => new bpmn.NoCacheManager(server),
    scriptHandler: () => new bpmn.ScriptHandler(),
  });
  const logger = new bpmn.Logger({ toConsole: false, toFile: '', callback: null });
  const server = new bpmn.BPMNServer(configuration, logger, { cron: false });
  return {
    batch: SIDE_BY_SIDE,
    async run(model, count) {
      const started = Array.from({ length: count }, () => server.engine.start(model, {}));
      for (const { instance } of await Promise.all(started)) {
        if (instance.status !== 'end') throw new Error(`an instance of ${model} is ${instance.status}`);
      }
      // it would keep every finished instance and every line of its log
      store?.db.db.clear();
      logger.clear();
    },
  };
}
