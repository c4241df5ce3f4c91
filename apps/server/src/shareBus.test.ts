import { type Bus, type BusEvent, createBus } from '@dealwright/api/server';
import type { Store } from '@dealwright/store';
import { eachDatabase, urlOf } from '@dealwright/store/testing';
import { pino } from 'pino';
import { beforeEach, expect, test } from 'vitest';
import { composeOver, type Composed } from './compose.ts';
import { shareBus } from './shareBus.ts';
import { saleXml } from './testing/saleXml.ts';

const patience = { timeout: 20_000 };

test('what another server sends is heard when it is something a bus knows', () => {
  let arrive: (text: string) => void = () => {};
  const heard: BusEvent[] = [];
  const own = createBus(() => {});
  own.subscribe((event) => heard.push(event));
  const told: string[] = [];
  const bus: Bus = shareBus(
    own,
    {
      tell: (_topic, text) => told.push(text),
      listen: (_topic, listener) => (arrive = listener),
      onGap: () => {},
      connected: true,
      close: () => Promise.resolve(),
    },
    { processIds: () => Promise.resolve([]), onError: () => {} },
  );
  bus.publish({ kind: 'session-ended', personId: 'ann' });
  arrive('{"kind":"import","runId":"r","done":1,"total":2,"status":"running","secret":"x"}');
  expect(() => arrive('{"kind":"payroll"}')).toThrow();
  expect(heard).toEqual([
    { kind: 'session-ended', personId: 'ann' },
    { kind: 'import', runId: 'r', done: 1, total: 2, status: 'running' },
  ]);
  // what came from elsewhere is not sent round again
  expect(told).toEqual(['{"kind":"session-ended","personId":"ann"}']);
});

eachDatabase('two servers over one database', (open, kind) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  const serve = async (databaseUrl?: string): Promise<{ composed: Composed; heard: BusEvent[] }> => {
    const composed = await composeOver(
      { ...store, close: () => Promise.resolve() },
      {
        origin: 'http://localhost:3000',
        log: pino({ level: 'silent' }),
        now: () => Date.parse('2026-01-05T08:00:00Z'),
        secretKey: null,
        connections: { httpAllow: [], smtpUrl: null, mailFrom: null },
        ...(databaseUrl === undefined ? {} : { databaseUrl }),
      },
    );
    const heard: BusEvent[] = [];
    composed.platform.bus.subscribe((event) => heard.push(event));
    return { composed, heard };
  };

  test.runIf(kind === 'postgresql')(
    'a change made on one reaches who listens on the other',
    async () => {
      const url = await urlOf(store);
      const [a, b] = [await serve(url), await serve(url)];
      // both have met when the gap before it is told
      await expect.poll(() => b.heard.filter(({ kind: of }) => of === 'models').length, patience).toBeGreaterThan(0);
      await expect.poll(() => a.heard.filter(({ kind: of }) => of === 'models').length, patience).toBeGreaterThan(0);
      const { runtime } = a.composed;
      await runtime.deploy({ xml: saleXml(), note: '', actorId: null });
      await expect
        .poll(async () => {
          b.heard.length = 0;
          await runtime.start({ processId: 'test-sale', variables: {}, actorId: null });
          await expect.poll(() => b.heard.length, patience).toBeGreaterThan(0);
          return b.heard.filter(({ kind: of }) => of === 'deal');
        }, patience)
        .toContainEqual({ kind: 'deal', dealId: null, processId: 'test-sale' });
      await a.composed.close();
      await b.composed.close();
    },
    90_000,
  );
});
