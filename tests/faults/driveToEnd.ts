import { query, type Store } from '../../packages/store/src/index.ts';
import { openRuntimeOver } from './load/openRuntimeOver.ts';
import { ACTOR, performIn } from './load/performIn.ts';
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
  const texts = async (sql: string): Promise<readonly string[]> =>
    (await query<{ text: string }>(store.em(), sql)).map(({ text }) => text);
  const open = () => texts('select id as text from open_task order by id');
  const awaited = () => texts('select correlation as text from subscription');
  const incidents = () => texts('select id as text from incident where resolved_at is null');
  const active = () => texts(`select id as text from instance where status = 'active'`);
  const holder = async (taskId: string): Promise<string> => {
    const [row] = await query<{ id: string | null }>(store.em(), 'select assignee_id as id from task where id = $1', [
      taskId,
    ]);
    return row?.id ?? ACTOR;
  };
  const target: Target = {
    async send(sent) {
      try {
        return await performIn(runtime, sent, sent.kind === 'complete' ? await holder(sent.taskId) : ACTOR);
      } catch (error) {
        throw new Refusal('refused', String(error));
      }
    },
    tasks: open,
  };
  try {
    if (!trial.options.overHttp) await trial.load.repeat(target);
    for (let stride = 0; stride < STRIDES && (stride === 0 || (await active()).length > 0); stride += 1) {
      for (const sent of trial.load.leftOver()) await trial.load.perform(target, sent);
      if (trial.options.rules?.messagesMayExpire)
        for (const key of await awaited()) await trial.load.perform(target, trial.load.message(key));
      if (!trial.options.answering)
        for (const incidentId of await incidents()) await runtime.retryIncident({ incidentId, actorId: ACTOR });
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
