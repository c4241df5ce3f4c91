import { query, type Store } from '../../packages/store/src/index.ts';
import { openRuntimeOver } from './load/openRuntimeOver.ts';
import { performIn } from './load/performIn.ts';
import { Refusal, type Target } from './load/Target.ts';
import type { Trial } from './Trial.ts';

/** Longer than a dead server's hold on a job, and than any pause before another attempt in these tests. */
const STRIDE_MS = 600_000;
/** A path through the process is not longer. */
const STRIDES = 12;

/**
 * Sends again what was not answered, completes every task, publishes every message and lets the time pass until all
 * instances are over. Answers the ids of those that are not.
 */
export async function driveToEnd(store: Store, trial: Trial): Promise<readonly string[]> {
  let ahead = trial.ahead;
  const { runtime, evaluator } = await openRuntimeOver(
    store,
    () => Date.now() + ahead,
    (error) => trial.problem('unexplained', `in the background: ${String(error)}`),
  );
  const open = async (): Promise<readonly string[]> => {
    const rows = await query<{ id: string }>(store.em(), `select id from open_task order by id`);
    return rows.map(({ id }) => id);
  };
  const target: Target = {
    async send(sent) {
      try {
        return await performIn(runtime, sent);
      } catch (error) {
        throw new Refusal('refused', String(error));
      }
    },
    tasks: open,
  };
  const active = async (): Promise<readonly string[]> => {
    const rows = await query<{ id: string }>(store.em(), `select id from instance where status = 'active'`);
    return rows.map(({ id }) => id);
  };
  try {
    await trial.load.repeat(target);
    for (let stride = 0; stride < STRIDES && (stride === 0 || (await active()).length > 0); stride += 1) {
      for (const sent of trial.load.leftOver()) await trial.load.perform(target, sent);
      ahead += STRIDE_MS;
      while ((await runtime.runDueJobs()) > 0);
      for (const taskId of await open()) {
        const sent = trial.load.completion(taskId);
        if (sent) await trial.load.perform(target, sent);
      }
    }
    return await active();
  } finally {
    await evaluator.dispose();
  }
}
