import { saveCalendar, type Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { expression, flows, model } from './testing/model.ts';
import { openRuntime, type TestRuntime } from './testing/openRuntime.ts';

const office = {
  id: 'office',
  name: 'Office',
  timeZone: 'Asia/Shanghai',
  week: [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? ([['09:00', '18:00']] as const) : [])),
  holidays: ['2026-01-06'],
  workdays: [] as readonly string[],
};

const timed = (id: string, attributes: string, duration: string) =>
  `<bpmn:intermediateCatchEvent id="${id}" ${attributes}><bpmn:timerEventDefinition>${expression('timeDuration', duration)}</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
/** The process's calendar is the office's; one of each kind counts around the clock all the same. */
const xml = model(`<bpmn:startEvent id="start" /><bpmn:parallelGateway id="fork" />
    <bpmn:userTask id="task" dw:sla="PT4H" /><bpmn:userTask id="task_always" dw:sla="PT4H" dw:calendar="always" />
    ${timed('timer', '', 'P1D')}${timed('timer_always', 'dw:calendar="always"', 'P1D')}
    ${timed('given', '', '=wait')}
    ${flows('start>fork>task', 'fork>task_always', 'fork>timer', 'fork>timer_always', 'fork>given')}`).replace(
  '<bpmn:process ',
  '<bpmn:process dw:calendar="office" ',
);

eachDatabase('calendars', (open) => {
  let store: Store;
  let t: TestRuntime;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store);
  });
  const save = (changes: Partial<typeof office> = {}) =>
    saveCalendar(store.em(), { ...office, ...changes }, { at: '2026-01-01T00:00:00Z', actorId: 'ann' });
  const start = () => t.runtime.start({ processId: 'p', variables: { wait: 'PT30M' }, actorId: 'ann' });
  const dues = async () => {
    const rows = await t.rows<{ node: string; due: string }>(
      `select node_id as node, due_at as due from task union all select payload->>'nodeId', due_at from job order by 1`,
    );
    return Object.fromEntries(rows.map(({ node, due }) => [node, due]));
  };

  test('due dates and timers are counted by the calendar that the drawing names', async () => {
    await save();
    await t.runtime.deploy({ xml, note: '', actorId: null });
    // Monday, 17:00 in Shanghai; Tuesday is a holiday
    await start();
    expect(await dues()).toEqual({
      task: '2026-01-07T04:00:00.000Z',
      task_always: '2026-01-05T13:00:00.000Z',
      timer: '2026-01-07T09:00:00.000Z',
      timer_always: '2026-01-06T09:00:00.000Z',
      given: '2026-01-05T09:30:00.000Z',
    });
    t.clock = Date.parse('2026-01-07T08:59:59Z');
    await t.runtime.runDueJobs();
    expect(await t.rows(`select payload->>'nodeId' as node from job`)).toEqual([{ node: 'timer' }]);
    t.clock = Date.parse('2026-01-07T09:00:00Z');
    expect(await t.runtime.runDueJobs()).toBe(1);
  });

  test('a timer start event is counted by it too', async () => {
    await save();
    const event = `<bpmn:startEvent id="start"><bpmn:timerEventDefinition>${expression('timeDuration', 'PT2H')}</bpmn:timerEventDefinition></bpmn:startEvent>`;
    const xml = model(`${event}<bpmn:endEvent id="end" />${flows('start>end')}`).replace(
      '<bpmn:process ',
      '<bpmn:process dw:calendar="office" ',
    );
    await t.runtime.deploy({ xml, note: '', actorId: null });
    expect(await t.rows('select due_at as due from start_subscription')).toEqual([{ due: '2026-01-07T02:00:00.000Z' }]);
  });

  test('an edited calendar counts for what begins after it', async () => {
    await save();
    await t.runtime.deploy({ xml, note: '', actorId: null });
    await start();
    await save({ holidays: [] });
    t.clock += 10_000;
    await t.runtime.start({ processId: 'p', variables: { wait: 'PT30M' }, actorId: 'ann', instanceId: 'later' });
    expect(await t.rows(`select due_at as due from task where instance_id = 'later' and node_id = 'task'`)).toEqual([
      { due: '2026-01-06T04:00:10.000Z' },
    ]);
  });

  test('a drawing with a calendar that there is not is refused, with the places', async () => {
    await expect(t.runtime.deploy({ xml, note: '', actorId: null })).rejects.toMatchObject({
      code: 'model-refused',
      problems: [
        { rule: 'calendar-unknown', elementId: 'task' },
        { rule: 'calendar-unknown', elementId: 'timer' },
        { rule: 'calendar-unknown', elementId: 'given' },
      ],
    });
    expect(await t.rows('select id from deployment')).toEqual([]);
  });

  test('should it be gone all the same, a timer is an explained incident, and the task there for whoever is to do it', async () => {
    await save();
    await t.runtime.deploy({ xml, note: '', actorId: null });
    await t.rows('delete from calendar');
    await start();
    expect(await t.rows('select node_id as node, code from incident order by 1')).toEqual([
      { node: 'given', code: 'calendar-unknown' },
      { node: 'timer', code: 'calendar-unknown' },
    ]);
    expect((await dues())['task']).toBe('2026-01-05T13:00:00.000Z');
    await save();
    t.clock += 10_000;
    const [incident] = await t.rows<{ id: string }>(`select id from incident where node_id = 'timer'`);
    await t.runtime.retryIncident({ incidentId: incident?.id ?? '', actorId: 'ann' });
    expect((await dues())['timer']).toBe('2026-01-07T09:00:10.000Z');
  });

  test('a drawing that names none asks for none', async () => {
    await t.runtime.deploy({ xml: xml.replace('dw:calendar="office"', ''), note: '', actorId: null });
    await start();
    expect((await dues())['timer']).toBe('2026-01-06T09:00:00.000Z');
  });
});
