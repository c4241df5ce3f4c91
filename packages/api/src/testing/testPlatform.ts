import { createSecretBox, createSecrets, createWebhooks } from '@dealwright/connectors';
import type { Evaluator } from '@dealwright/expression';
import type { Runtime } from '@dealwright/runtime';
import type { Store } from '@dealwright/store';
import { randomBytes } from 'node:crypto';
import { createBus, type BusEvent } from '../Bus.ts';
import type { Platform } from '../Platform.ts';
import { silentLog } from './fakeContext.ts';

/** A platform over a test's database: a clock and ids that count, and a bus that keeps what it is told. */
export interface TestPlatform extends Platform {
  /** epoch milliseconds; a test turns it by hand */
  time: number;
  readonly told: BusEvent[];
}

export function createTestPlatform(store: Store, changes: Partial<Platform> = {}): TestPlatform {
  let next = 0;
  const told: BusEvent[] = [];
  const bus = createBus(() => {});
  bus.subscribe((event) => told.push(event));
  const absent = (name: string): object =>
    new Proxy(
      {},
      {
        get: (_, method) => () => Promise.reject(new Error(`this test has no ${name}: ${String(method)} was called`)),
      },
    );
  const box = createSecretBox(Buffer.alloc(32, 1), randomBytes);
  const platform: TestPlatform = {
    time: Date.parse('2026-01-05T08:00:00Z'),
    told,
    em: () => store.em(),
    now: () => platform.time,
    newId: () => `id-${String((next += 1)).padStart(6, '0')}`,
    newToken: () => `token-${(next += 1)}`,
    runtime: absent('runtime') as Runtime,
    evaluator: absent('evaluator') as Evaluator,
    assign: () => Promise.resolve({ assigneeId: null, candidates: ['r:manager'] }),
    secrets: createSecrets(box),
    webhooks: createWebhooks(box, randomBytes),
    random: () => 0.5,
    bus,
    log: silentLog,
    origin: 'http://localhost:3000',
    templates: [],
    version: '0.0.0',
    database: store.kind,
    ...changes,
  };
  return platform;
}
