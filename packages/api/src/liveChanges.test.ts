import { expect, it } from 'vitest';
import { createBus } from './Bus.ts';
import { liveChanges } from './liveChanges.ts';

const quiet = () => {};

it('tells equal changes once, and the latest progress only', async () => {
  const bus = createBus(quiet);
  const changes = liveChanges(bus, { personId: 'ada' }, undefined);
  const first = changes.next();
  bus.publish({ kind: 'tasks' });
  expect((await first).value).toEqual({ kind: 'tasks' });
  const progress = (done: number) => ({ kind: 'import', runId: 'r', done, total: 9, status: 'running' }) as const;
  for (const done of [1, 2, 3]) bus.publish(progress(done));
  bus.publish({ kind: 'models' });
  bus.publish({ kind: 'models' });
  expect((await changes.next()).value).toEqual(progress(3));
  expect((await changes.next()).value).toEqual({ kind: 'models' });
  await changes.return();
});

it('ends when the browser goes away and when the session ends, and then hears no more', async () => {
  const bus = createBus(quiet);
  const gone = new AbortController();
  const left = liveChanges(bus, { personId: 'ada' }, gone.signal);
  const disabled = liveChanges(bus, { personId: 'bo' }, undefined);
  const ends = [left.next(), disabled.next()];
  gone.abort();
  bus.publish({ kind: 'session-ended', personId: 'bo' });
  expect(await Promise.all(ends)).toEqual([
    { done: true, value: undefined },
    { done: true, value: undefined },
  ]);
});

it('holds a bounded number of changes for a slow reader and loses none', async () => {
  const bus = createBus(quiet);
  const changes = liveChanges(bus, { personId: 'ada' }, undefined);
  const first = changes.next();
  for (let deal = 0; deal < 10_000; deal += 1) bus.publish({ kind: 'deal', dealId: `${deal}`, processId: 'p' });
  const seen = [(await first).value];
  bus.publish({ kind: 'tasks' });
  for (let next = await changes.next(); ; next = await changes.next()) {
    seen.push(next.value);
    if (next.value?.kind === 'tasks') break;
  }
  expect(seen.length).toBeLessThan(300);
  expect(seen).toContainEqual({ kind: 'deal', dealId: null, processId: 'p' });
  await changes.return();
});
