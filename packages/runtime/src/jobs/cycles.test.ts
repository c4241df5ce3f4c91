import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { expression, flows, model } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const MINUTE = 60_000;
const cycle = (source: string) =>
  `<bpmn:timerEventDefinition id="t">${expression('timeCycle', source)}</bpmn:timerEventDefinition>`;
/** Starts an instance each time. */
const starts = (source: string) =>
  model(
    `<bpmn:startEvent id="begin">${cycle(source)}</bpmn:startEvent><bpmn:endEvent id="ticked" />${flows('begin>ticked')}`,
    { id: 'starts' },
  );
/** Reminds of a task each time, which stays. */
const reminds = (source: string) =>
  model(
    `<bpmn:startEvent id="start" /><bpmn:userTask id="stay" />
     <bpmn:boundaryEvent id="remind" attachedToRef="stay" cancelActivity="false">${cycle(source)}</bpmn:boundaryEvent>
     <bpmn:endEvent id="end" /><bpmn:endEvent id="ticked" />${flows('start>stay>end', 'remind>ticked')}`,
    { id: 'reminds' },
  );

eachDatabase('cycles', (open) => {
  let store: Store;
  let t: TestRuntime;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store);
  });

  /** Puts a cycle to work at a time: by a start event, or beside a task. */
  const begin = async (how: 'starts' | 'reminds', source: string, at: string) => {
    t.clock = Date.parse(at);
    const xml = how === 'starts' ? starts(source) : reminds(source);
    await t.runtime.deploy({ xml, note: '', actorId: null });
    if (how === 'reminds') await t.runtime.start({ processId: 'reminds', variables: {}, actorId: 'ann' });
  };
  /** Looks for due jobs at each of these times, and answers when something was done: the hour and minute of it. */
  const look = async (from: string, to: string, every: number): Promise<string[]> => {
    for (t.clock = Date.parse(from); t.clock <= Date.parse(to); t.clock += every) await t.runtime.runDueJobs();
    return ticks();
  };
  const ticks = async () => {
    const rows = await t.rows<{ at: string }>(
      `select at from history where element_id = 'ticked' and type = 'enter' order by at, instance_id, seq`,
    );
    return rows.map(({ at }) => at.slice(0, 16));
  };

  // Berlin: 29 March 2026, 02:00 becomes 03:00 (01:00 UTC); 25 October 2026, 03:00 becomes 02:00 (01:00 UTC)
  test.each([
    ['starts', '2026-03-27T12:00Z', '2026-03-30T12:00Z', ['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30']],
    ['reminds', '2026-03-27T12:00Z', '2026-03-30T12:00Z', ['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30']],
    ['starts', '2026-10-23T12:00Z', '2026-10-26T12:00Z', ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30']],
    ['reminds', '2026-10-23T12:00Z', '2026-10-26T12:00Z', ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30']],
  ] as const)(
    'half past two in Berlin, once a day though clocks change: %s from %s',
    async (how, from, to, expected) => {
      await begin(how, 'CRON_TZ=Europe/Berlin 30 2 * * *', from);
      expect(await look(from, to, 30 * MINUTE)).toEqual(expected);
    },
  );

  test.each(['starts', 'reminds'] as const)('noticed late each time, it does not drift: %s', async (how) => {
    await begin(how, 'R/PT1H', '2026-03-02T09:00Z');
    // looked for every 13 minutes, so it is seen up to 12 minutes late
    const seen = await look('2026-03-02T09:00Z', '2026-03-02T21:00Z', 13 * MINUTE);
    expect(seen).toHaveLength(11);
    const due = how === 'starts' ? `select due_at as due from start_subscription` : 'select due_at as due from job';
    expect(await t.rows(due)).toEqual([{ due: '2026-03-02T21:00:00.000Z' }]);
  });

  test.each(['starts', 'reminds'] as const)(
    'the clock jumps a day forward: what was missed is one, and it goes on from then: %s',
    async (how) => {
      await begin(how, 'R/PT1M', '2026-03-02T09:00Z');
      expect(await look('2026-03-02T09:00Z', '2026-03-02T09:02Z', MINUTE)).toHaveLength(2);
      await look('2026-03-03T09:02:30Z', '2026-03-03T09:04:30Z', MINUTE);
      expect((await ticks()).slice(2)).toEqual(['2026-03-03T09:02', '2026-03-03T09:03', '2026-03-03T09:04']);
    },
  );

  test.each(['starts', 'reminds'] as const)(
    'the clock is put back an hour: nothing is done twice, and it goes on when it would have: %s',
    async (how) => {
      await begin(how, 'R/PT10M', '2026-03-02T09:00Z');
      expect(await look('2026-03-02T09:00Z', '2026-03-02T10:00Z', 10 * MINUTE)).toHaveLength(6);
      const seen = await look('2026-03-02T09:01Z', '2026-03-02T10:05Z', MINUTE);
      expect(seen).toHaveLength(6);
      expect((await look('2026-03-02T10:06Z', '2026-03-02T10:21Z', MINUTE)).slice(6)).toEqual([
        '2026-03-02T10:10',
        '2026-03-02T10:20',
      ]);
    },
  );

  test('a cycle that ends does so though its clock jumps', async () => {
    await begin('reminds', 'R3/PT10M', '2026-03-02T09:00Z');
    await look('2026-03-02T09:10Z', '2026-03-02T09:10Z', MINUTE);
    await look('2026-03-05T09:10Z', '2026-03-05T10:10Z', 10 * MINUTE);
    expect(await ticks()).toEqual(['2026-03-02T09:10', '2026-03-05T09:10', '2026-03-05T09:20']);
    expect(await t.rows('select id from job')).toEqual([]);
  });

  test('two servers, one a minute ahead, fire each time once', async () => {
    await begin('starts', 'R/PT10M', '2026-03-02T09:00Z');
    const ahead = await openRuntime(store, { serverId: 's2' });
    for (t.clock = Date.parse('2026-03-02T09:00Z'); t.clock < Date.parse('2026-03-02T10:00Z'); t.clock += MINUTE) {
      ahead.clock = t.clock + MINUTE;
      await Promise.all([t.runtime.runDueJobs(), ahead.runtime.runDueJobs()]);
    }
    expect(await ticks()).toHaveLength(6);
    expect([...t.errors, ...ahead.errors]).toEqual([]);
  });
});
