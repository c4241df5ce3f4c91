import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { repeatedAnswer } from '../testing/repeatedAnswer.ts';
import { model, twoTasks } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

eachDatabase('the lane', (open) => {
  let store: Store;
  let t: TestRuntime;
  let statements: string[];
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await emptyTables(store);
    statements = [];
    t = await openRuntime(store, { em: () => recording(store.em(), statements) });
    await t.runtime.deploy({ xml: twoTasks, note: '', actorId: null });
  });

  /** So many instances, each at its first task; their open tasks. */
  async function begin(count: number): Promise<string[]> {
    for (let at = 0; at < count; at++) await t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann' });
    statements.length = 0;
    return t.openTasks('first');
  }
  const complete = (taskId: string, runtime = t.runtime, commandId = `c-${taskId}`) =>
    runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId });

  test('a completion is one read and one write, and the next of the same instance one write', async () => {
    const [first = ''] = await begin(1);
    const { nextTasks } = await complete(first);
    expect(statements).toEqual(['load', 'commit_completion']);
    statements.length = 0;
    expect((await complete(nextTasks[0] ?? '')).finished).toBe(true);
    expect(statements).toEqual(['commit_completion']);
  });

  test('commands that come at the same moment share a statement', async () => {
    const tasks = await begin(20);
    const answers = await Promise.all(tasks.map((id) => complete(id)));
    expect(answers.flatMap(({ nextTasks }) => nextTasks)).toHaveLength(20);
    expect(await t.openTasks('second')).toHaveLength(20);
    expect(statements).toEqual(['load', 'commit_completions']);
  });

  test('commands that come while others are written share the next statements, no more than so many each', async () => {
    const tasks = await begin(70);
    const early = complete(tasks[0] ?? '');
    await Promise.resolve();
    await Promise.all(tasks.map((id) => complete(id)));
    expect(repeatedAnswer(await early)).toEqual(await complete(tasks[0] ?? ''));
    expect(statements.filter((statement) => statement.startsWith('commit')).length).toBeLessThanOrEqual(5);
    expect(await t.openTasks('second')).toHaveLength(70);
  });

  test('one that is refused keeps none of the others from being done', async () => {
    const tasks = await begin(10);
    await t.rows(`update open_task set assignee_id = 'bob' where id = $1`, [tasks[5] ?? '']);
    const answers = await Promise.allSettled(tasks.map((id) => complete(id)));
    expect(answers.map(({ status }) => status)).toEqual(tasks.map((_, at) => (at === 5 ? 'rejected' : 'fulfilled')));
    expect(answers[5]).toMatchObject({ reason: { code: 'task-taken' } });
  });

  test('one that the database can not store keeps none of the others from being done', async () => {
    const tasks = await begin(10);
    const answers = await Promise.allSettled(
      tasks.map((taskId, at) =>
        // PostgreSQL knows no text with a null character
        t.runtime.complete({ taskId, variables: at === 5 ? { x: 'a\u0000b' } : {}, actorId: 'ann', commandId: taskId }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(tasks.map((_, at) => (at === 5 ? 'rejected' : 'fulfilled')));
    expect(await t.openTasks('first')).toEqual([tasks[5]]);
  });

  test('what another server has changed is seen, though the instance was held here', async () => {
    const other = await openRuntime(store, { serverId: 's2' });
    const [first = ''] = await begin(1);
    const { nextTasks } = await complete(first);
    const [second = ''] = nextTasks;
    await other.runtime.assign({ taskId: second, assigneeId: 'bob', actorId: 'cy' });
    await expect(complete(second)).rejects.toMatchObject({ code: 'task-taken' });
    await other.runtime.assign({ taskId: second, assigneeId: 'ann', actorId: 'cy' });
    expect((await complete(second)).finished).toBe(true);
  });

  test('what was refused here for what is held is looked up before it is said', async () => {
    const other = await openRuntime(store, { serverId: 's2' });
    const [first = ''] = await begin(1);
    const [second = ''] = (await complete(first)).nextTasks;
    expect((await complete(second, other.runtime)).finished).toBe(true);
    await expect(complete(second, t.runtime, 'another')).rejects.toMatchObject({
      code: 'task-gone',
      details: { by: 'ann' },
    });
  });

  test('two servers complete the same tasks at once: each is done once, and a repeat is answered the same', async () => {
    const other = await openRuntime(store, { serverId: 's2' });
    const tasks = await begin(15);
    const [here, there] = await Promise.all(
      [t.runtime, other.runtime].map((runtime) => Promise.all(tasks.map((id) => complete(id, runtime)))),
    );
    expect(there?.map(repeatedAnswer)).toEqual(here?.map(repeatedAnswer));
    expect(await t.rows(`select count(*) as n from history where type = 'leave' and element_id = 'first'`)).toEqual([
      { n: 15 },
    ]);
  });

  test('tasks of one instance completed by two servers at once are both done', async () => {
    const parallel = model(`
      <bpmn:startEvent id="start" /><bpmn:parallelGateway id="fork" />
      ${['a', 'b', 'c', 'd'].map((id) => `<bpmn:userTask id="${id}" /><bpmn:sequenceFlow id="f_${id}" sourceRef="fork" targetRef="${id}" />`).join('')}
      <bpmn:sequenceFlow id="s" sourceRef="start" targetRef="fork" />`);
    await t.runtime.deploy({ xml: parallel, note: '', actorId: null });
    const other = await openRuntime(store, { serverId: 's2' });
    await t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann' });
    const tasks = await t.openTasks();
    expect(tasks).toHaveLength(4);
    await Promise.all(tasks.map((id, at) => complete(id, at % 2 === 0 ? t.runtime : other.runtime)));
    expect(await t.rows('select status from instance')).toEqual([{ status: 'completed' }]);
  });

  test('an expression that takes its time holds up nobody else', async () => {
    const slow = model(`
      <bpmn:startEvent id="start" /><bpmn:userTask id="ask" /><bpmn:exclusiveGateway id="which" default="no" />
      <bpmn:userTask id="yes_task" /><bpmn:userTask id="no_task" />
      <bpmn:sequenceFlow id="s" sourceRef="start" targetRef="ask" />
      <bpmn:sequenceFlow id="a" sourceRef="ask" targetRef="which" />
      <bpmn:sequenceFlow id="yes" sourceRef="which" targetRef="yes_task"><bpmn:conditionExpression>=sum(for x in list return x) = 6</bpmn:conditionExpression></bpmn:sequenceFlow>
      <bpmn:sequenceFlow id="no" sourceRef="which" targetRef="no_task" />`);
    await t.runtime.deploy({ xml: slow, note: '', actorId: null });
    await t.runtime.start({ processId: 'p', variables: { list: [1, 2, 3] }, actorId: 'ann' });
    const [ask = ''] = await t.openTasks('ask');
    await complete(ask);
    expect(await t.openTasks('yes_task')).toHaveLength(1);
  });

  test('a lost database is told, and a repeat later does it once', async () => {
    const [first = ''] = await begin(1);
    let away = true;
    const other = await openRuntime(store, {
      serverId: 's2',
      em: () => {
        if (away) throw new Error('the database is away');
        return store.em();
      },
    });
    await expect(complete(first, other.runtime)).rejects.toThrow('the database is away');
    away = false;
    expect((await complete(first, other.runtime)).nextTasks).toHaveLength(1);
    expect(await complete(first)).toEqual(await complete(first, other.runtime));
  });
});

/** An EntityManager that notes what is asked of the database. */
function recording(em: ReturnType<Store['em']>, statements: string[]): ReturnType<Store['em']> {
  const connection = em.getConnection();
  const client = connection.getClient();
  const noting = new Proxy(client, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (key !== 'executeQuery') return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      return (asked: { sql: string }) => {
        statements.push(
          /commit_\w+/.exec(asked.sql)?.[0] ??
            (asked.sql.includes('from instance where id = any') ? 'load' : asked.sql),
        );
        return (member as (asked: unknown) => unknown).call(target, asked);
      };
    },
  });
  const seen = new Proxy(connection, {
    get: (target, key) => {
      if (key === 'getClient') return () => noting;
      const member: unknown = Reflect.get(target, key);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
  return new Proxy(em, {
    get(target, key) {
      if (key === 'getConnection') return () => seen;
      const member: unknown = Reflect.get(target, key);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}
