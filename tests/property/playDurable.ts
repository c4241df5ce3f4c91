import type { TestRuntime } from '../../packages/runtime/src/testing/openRuntime.ts';
import { BEGINNING } from '../../packages/engine/src/testing/random/index.ts';
import type { DurableMove } from './durableMoves.ts';

/** Makes moves through a runtime that a model's file is deployed on, and lets what is due happen after each. */
export async function playDurable(t: TestRuntime, moves: readonly DurableMove[], began: number): Promise<void> {
  t.clock = began;
  const { instanceId } = await t.runtime.start({ processId: 'main', variables: BEGINNING, actorId: 'ann' });
  await rest(t);
  for (const [at, move] of moves.entries()) {
    await make(t, instanceId, move, `step:${at}`);
    await rest(t);
  }
}

async function rest(t: TestRuntime): Promise<void> {
  while ((await t.runtime.runDueJobs()) > 0);
}

async function make(t: TestRuntime, main: string, move: DurableMove, id: string): Promise<void> {
  const { runtime } = t;
  const actorId = 'ann';
  switch (move.do) {
    case 'complete': {
      const { variables, token } = move;
      const instanceId = await instanceAt(t, main, move.at);
      const [task] = await t.rows<{ id: string }>(
        `select id from task where instance_id = $1 and token = $2 and status = 'open'`,
        [instanceId, token],
      );
      if (!task) throw new Error(`no task is open at ${move.node} under token ${token}`);
      await runtime.complete({ taskId: task.id, variables, actorId, commandId: id });
      return;
    }
    case 'activate': {
      const { token, node: nodeId, variables } = move;
      const instanceId = await instanceAt(t, main, move.at);
      await runtime.activate({ instanceId, token, nodeId, variables, actorId, commandId: id });
      return;
    }
    case 'message':
      await runtime.publish({
        messageId: id,
        name: move.name,
        correlation: move.correlation,
        payload: {},
        actorId,
      });
      return;
    case 'signal':
      await runtime.broadcast({ name: move.name, payload: {}, actorId });
      return;
    case 'setVariables':
      await runtime.setVariables({
        instanceId: await instanceAt(t, main, move.at),
        variables: move.variables,
        actorId,
      });
      return;
    case 'advance':
      t.clock = move.to;
      return;
    case 'cancel':
      await runtime.cancel({ instanceId: main, reason: '', actorId });
  }
}

/** The instance that call activities' tokens lead to. */
async function instanceAt(t: TestRuntime, main: string, tokens: readonly number[]): Promise<string> {
  let instanceId = main;
  for (const token of tokens) {
    const [called] = await t.rows<{ id: string }>(
      'select id from instance where parent_instance_id = $1 and parent_token = $2',
      [instanceId, token],
    );
    if (!called) throw new Error(`token ${token} of ${instanceId} has called nothing`);
    instanceId = called.id;
  }
  return instanceId;
}
