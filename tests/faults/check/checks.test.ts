import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Evaluator } from '../../../packages/expression/src/index.ts';
import { query, type Store } from '../../../packages/store/src/index.ts';
import { emptyTables } from '../../../packages/store/src/testing/index.ts';
import { openPgliteForTest } from '../../../packages/store/src/testing/openPgliteForTest.ts';
import { loadXml } from '../load/loadXml.ts';
import { openRuntimeOver } from '../load/openRuntimeOver.ts';
import { performIn } from '../load/performIn.ts';
import { checkLedger } from './checkLedger.ts';
import { checkStanding } from './checkStanding.ts';
import { Ledger, type Sent } from './Ledger.ts';
import { readSnapshot } from './readSnapshot.ts';
import { compileAll, replay } from './replay.ts';

let store: Store;
let ledger: Ledger;
let evaluators: Evaluator[] = [];
beforeAll(async () => {
  store = await openPgliteForTest();
});
afterAll(async () => {
  for (const evaluator of evaluators) await evaluator.dispose();
  evaluators = [];
  await store.close();
});

/** An instance with one task completed, its message delivered and a message kept. */
beforeEach(async () => {
  await emptyTables(store);
  ledger = new Ledger();
  const { runtime, evaluator } = await openRuntimeOver(store, Date.now, () => {});
  evaluators.push(evaluator);
  await runtime.deploy({ xml: await loadXml('http://127.0.0.1:9', 0), note: '', actorId: null });
  const send = async (sent: Sent) => ledger.acknowledge(sent, await performIn(runtime, sent));
  await send({ kind: 'start', id: 's', key: 'key-1' });
  await send({ kind: 'message', id: 'm', key: 'key-1' });
  await send({ kind: 'message', id: 'kept', key: 'key-2' });
  const [task] = await query<{ id: string }>(store.em(), `select id from open_task where node_id = 'first'`);
  await send({ kind: 'complete', id: 'c', taskId: task?.id ?? '' });
});

async function found(): Promise<readonly string[]> {
  const snapshot = await readSnapshot(store.em());
  const graphs = await compileAll(snapshot.deployments);
  const acknowledged = new Set(ledger.entries.keys());
  const problems = [
    ...checkLedger(snapshot, ledger, acknowledged, { messageId: (id) => id }),
    ...checkStanding(snapshot, graphs),
  ].map(({ kind }) => kind as string);
  for (const instance of snapshot.instances) {
    const graph = graphs.get(instance.deploymentId);
    if (graph && (await replay(graph, instance, snapshot.history.get(instance.id) ?? [])) !== null)
      problems.push('differ');
  }
  return [...new Set(problems)].toSorted();
}

it('finds nothing where nothing is wrong', async () => {
  expect(await found()).toEqual([]);
});

it.each([
  ['a lost instance', `delete from instance where process_id = 'load'`, 'lost'],
  ['a completion that is not there', `delete from closed_task`, 'lost'],
  ['a message that is not there', `delete from message`, 'lost'],
  [
    'an instance that was started twice',
    `insert into instance select 'other', deployment_id, process_id, status, outcome, stage, state, revision, null, null, started_at, ended_at from instance where process_id = 'load'`,
    'doubled',
  ],
  ['a task that is gone', `delete from open_task where node_id = 'inside'`, 'stuck'],
  ['a timer that is gone', `delete from job where kind = 'timer'`, 'stuck'],
  ['a job of nobody', `update job set token = 99 where kind = 'timer'`, 'unexplained'],
  ['a step that is not told', `delete from step where seq > 0`, 'unexplained'],
  [
    'a state that no history leads to',
    `update instance set state = jsonb_set(state, '{scopes,0,vars,sum}', '1') where process_id = 'load'`,
    'differ',
  ],
  ['another history', `update step set elements = array_replace(elements, 'first', 'second') where seq > 0`, 'differ'],
])('finds %s', async (_what, change, kind) => {
  await query(store.em(), change);
  expect(await found()).toContain(kind);
});

it('finds a command that was answered in two ways', async () => {
  const entry = ledger.entries.get('c');
  if (entry) ledger.acknowledge(entry.sent, { finished: true });
  expect(await found()).toEqual(['doubled']);
});
