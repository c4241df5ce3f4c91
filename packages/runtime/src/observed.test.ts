import { eachDatabase, insertDeployment, planFor } from '@dealwright/store/testing';
import { expect, test } from 'vitest';
import type { Observer } from './Observer.ts';
import { observedCommit } from './observed.ts';
import { flows, model, twoTasks } from './testing/model.ts';
import { openRuntime } from './testing/openRuntime.ts';

const calling = model(
  `
    <bpmn:startEvent id="start" />
    <bpmn:serviceTask id="call">
      <bpmn:extensionElements><dw:connector type="crm" retries="1" backoff="PT1M" /></bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:endEvent id="end" />
    ${flows('start>call>end')}`,
  { id: 'calling' },
);

/** Writes down what it is told; each look at its clock is a millisecond later. */
function notebook(): Observer & { readonly told: unknown[] } {
  let time = 0;
  const told: unknown[] = [];
  return {
    told,
    clock: () => (time += 1),
    command: (name, ms, outcome) => told.push([name, outcome, ms > 0]),
    commit: (plans) => told.push(['commit', plans]),
    job: (kind, outcome, lagMs) => told.push(['job', kind, outcome, lagMs]),
    span: (name, work) => {
      told.push(['span', name]);
      return work();
    },
  };
}

eachDatabase('an observer', (open) => {
  test('is told of commands, how long they took and how they ended', async () => {
    const observe = notebook();
    const t = await openRuntime(await open(), { observe });
    await t.runtime.deploy({ xml: twoTasks, note: '', actorId: null });
    await t.runtime.start({ processId: 'p', variables: {}, actorId: null });
    const [taskId = ''] = await t.openTasks();
    await t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: 'c1' });
    await expect(t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: 'c2' })).rejects.toMatchObject({
      code: 'task-gone',
    });
    const commands = observe.told.filter((entry) => Array.isArray(entry) && entry[2] === true);
    expect(commands).toEqual([
      ['deploy', 'done', true],
      ['start', 'done', true],
      ['complete', 'done', true],
      ['complete', 'refused', true],
    ]);
    expect(observe.told).toContainEqual(['span', 'command complete']);
  });

  test('is told of a job how late it was, and whether it has to be tried again', async () => {
    const observe = notebook();
    let answers = 0;
    const crm = () => (++answers === 1 ? Promise.reject(new Error('busy')) : Promise.resolve({}));
    const t = await openRuntime(await open(), { observe, connectors: { crm } });
    await t.runtime.deploy({ xml: calling, note: '', actorId: null });
    await t.runtime.start({ processId: 'calling', variables: {}, actorId: null });
    t.clock += 5_000;
    await t.runtime.runDueJobs();
    t.clock += 62_000;
    await t.runtime.runDueJobs();
    expect(observe.told.filter((entry) => Array.isArray(entry) && entry[0] === 'job')).toEqual([
      ['job', 'connector', 'failed', 5_000],
      ['job', 'connector', 'done', 2_000],
    ]);
    expect(observe.told).toContainEqual(['span', 'job connector']);
  });

  test('is told how many plans one statement wrote, and nothing of one that was refused', async () => {
    const store = await open();
    await insertDeployment(store.em());
    const observe = notebook();
    const plans = ['a', 'b', 'c'].map((id) => planFor(id, 0, [1]));
    await observedCommit(observe, store.em(), plans);
    await expect(observedCommit(observe, store.em(), plans)).rejects.toThrow();
    await observedCommit(undefined, store.em(), [planFor('d', 0, [1])]);
    expect(observe.told.filter((entry) => Array.isArray(entry) && entry[0] === 'commit')).toEqual([['commit', 3]]);
  });
});
