import { compile, parseModel, type ProcessGraph } from '@dealwright/bpmn';
import { createEvaluator } from '@dealwright/expression';
import { beforeAll, expect, test } from 'vitest';
import { flows, model, twoTasks } from '../testing/model.ts';
import { createPlanner } from './createPlanner.ts';

const evaluator = createEvaluator();
let graph: ProcessGraph;
beforeAll(async () => {
  graph = compile(await parseModel(twoTasks));
});

const day = (n: number) => Date.UTC(2017, 2, n);
const nobody = { assignments: new Map() };

function planner(over: Partial<Parameters<typeof createPlanner>[0]> = {}) {
  let ids = 0;
  return createPlanner({ graph, deploymentId: 'd', instanceId: 'x', evaluator, newId: () => `id${++ids}`, ...over });
}

test('a whole past in one plan: history of all of it, rows only of where it stands', async () => {
  const plan = planner();
  await plan.apply({ type: 'start', variables: { a: 1 } }, { at: day(1), actorId: 'ann' });
  const [first] = plan.tasks;
  expect(first).toMatchObject({ nodeId: 'first', at: day(1) });
  await plan.apply({ type: 'complete', token: first?.token ?? 0, variables: { b: 2 } }, { at: day(5), actorId: 'bob' });
  const [second, ...more] = plan.tasks;
  expect(more).toEqual([]);
  const made = plan.plan({
    assignments: new Map([[second?.token ?? 0, { assigneeId: 'cy', candidates: ['p:cy'] }]]),
    command: { id: 'import:x', result: {} },
  });
  expect(made.instance).toMatchObject({
    id: 'x',
    deploymentId: 'd',
    processId: 'p',
    status: 'active',
    stage: 'close',
    revision: 0,
    startedAt: '2017-03-01T00:00:00.000Z',
    endedAt: null,
  });
  expect(made.released).toEqual([]);
  expect(made.tasks).toEqual([
    {
      token: second?.token,
      nodeId: 'second',
      assigneeId: 'cy',
      candidates: ['p:cy'],
      approve: 'any',
      dueAt: null,
      priority: 0,
    },
  ]);
  expect(made.positions).toEqual([{ token: second?.token, nodeId: 'second', since: '2017-03-05T00:00:00.000Z' }]);
  expect(made.history.map(({ type, elementId, at, actorId }) => [type, elementId, at.slice(8, 10), actorId])).toEqual([
    ['enter', 'start', '01', 'ann'],
    ['leave', 'start', '01', 'ann'],
    ['take', 'start_first', '01', 'ann'],
    ['enter', 'first', '01', 'ann'],
    ['leave', 'first', '05', 'bob'],
    ['take', 'first_second', '05', 'bob'],
    ['enter', 'second', '05', 'bob'],
  ]);
  expect(new Set(made.history.map((row) => row.seq)).size).toBe(7);
});

test('an instance that is over leaves nothing to do', async () => {
  const plan = planner();
  await plan.apply({ type: 'start', variables: {} }, { at: day(1), actorId: null });
  for (const at of [day(2), day(3)]) {
    await plan.apply({ type: 'complete', token: plan.tasks[0]?.token ?? 0, variables: {} }, { at, actorId: null });
  }
  const made = plan.plan(nobody);
  expect(made.instance).toMatchObject({
    status: 'completed',
    outcome: 'won',
    stage: 'close',
    endedAt: '2017-03-03T00:00:00.000Z',
  });
  expect([made.tasks, made.positions, made.jobs, made.subscriptions, made.released]).toEqual([[], [], [], [], []]);
});

test('a task is due when its time allowed has passed', async () => {
  const plan = planner();
  await plan.apply({ type: 'start', variables: {} }, { at: day(1), actorId: null });
  const assignments = new Map([[plan.tasks[0]?.token ?? 0, { assigneeId: null, candidates: ['g:x'] }]]);
  expect(plan.plan({ assignments }).tasks[0]?.dueAt).toBe('2017-03-03T00:00:00.000Z');
  expect(() => plan.plan(nobody)).toThrow('assigned to nobody');
});

test('waits that were there before are released; a join’s tokens are too, though they waited for nothing outside', async () => {
  const forked = model(`
    <bpmn:startEvent id="start" /><bpmn:parallelGateway id="fork" />
    <bpmn:userTask id="a" /><bpmn:userTask id="b" />
    <bpmn:parallelGateway id="join" /><bpmn:userTask id="c" /><bpmn:endEvent id="end" />
    ${flows('start>fork>a>join>c>end', 'fork>b>join')}`);
  const graph = compile(await parseModel(forked));
  const begun = planner({ graph });
  await begun.apply({ type: 'start', variables: {} }, { at: day(1), actorId: null });
  const [a = 0, b = 0] = begun.tasks.map((task) => task.token);
  await begun.apply({ type: 'complete', token: a, variables: {} }, { at: day(2), actorId: null });
  const assigned = { assigneeId: 'ann', candidates: [] };
  const first = begun.plan({ assignments: new Map([[b, assigned]]) });
  const atJoin = first.positions.find((position) => position.nodeId === 'join');
  expect(first.positions.map((position) => position.nodeId).toSorted()).toEqual(['b', 'join']);

  const { instance } = first;
  const loaded = { ...instance, revision: 1 };
  const going = planner({ graph, loaded });
  await going.apply({ type: 'complete', token: b, variables: {} }, { at: day(3), actorId: null });
  const second = going.plan({ assignments: new Map([[going.tasks[0]?.token ?? 0, assigned]]) });
  expect(new Set(second.released.map((one) => one.token))).toEqual(new Set([b, atJoin?.token]));
  expect(second.positions.map((position) => position.nodeId)).toEqual(['c']);
  expect(Math.min(...second.history.map((row) => row.seq))).toBeGreaterThan(
    Math.max(...first.history.map((row) => row.seq)),
  );
});

test('a refused command changes nothing', async () => {
  const plan = planner();
  await plan.apply({ type: 'start', variables: {} }, { at: day(1), actorId: null });
  const before = plan.state;
  await expect(
    plan.apply({ type: 'complete', token: 999, variables: {} }, { at: day(2), actorId: null }),
  ).rejects.toMatchObject({ code: 'token-unknown' });
  expect(plan.state).toBe(before);
  expect(plan.tasks).toHaveLength(1);
});
