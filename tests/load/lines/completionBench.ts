import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { RuntimeOptions } from '../../../packages/runtime/src/index.ts';
import { query, type Store } from '../../../packages/store/src/index.ts';
import { benchRuntime } from './benchRuntime.ts';

/** Instances that take turns, so that callers don't wait for each other's. */
export const INSTANCES = 256;

export interface CompletionBench {
  /** Completes `count` tasks with so many callers; answers the completions a second, and how long each took, in ms. */
  run(callers: number, count: number): Promise<{ readonly rate: number; readonly took: readonly number[] }>;
}

/** Instances of a ring of two tasks, on a runtime as the server makes it; who gets a task is answered without asking. */
export async function completionBench(store: Store, group?: RuntimeOptions['group']): Promise<CompletionBench> {
  const server = `bench-${Math.random().toString(36).slice(2)}`;
  let ids = 0;
  let commands = 0;
  const runtime = benchRuntime(store, {
    newId: () => `${server}-${++ids}`,
    assign: () => Promise.resolve({ assigneeId: 'ann', candidates: [] }),
    serverId: server,
    ...(group ? { group } : {}),
  });
  const xml = await readFile(new URL('ring.bpmn', import.meta.url), 'utf8');
  await runtime.deploy({ xml, note: '', actorId: null });
  const open: string[] = [];
  for (let at = 0; at < INSTANCES; at++) {
    const { instanceId } = await runtime.start({ processId: 'ring', variables: {}, actorId: 'ann' });
    const [task] = await query<{ id: string }>(store.em(), 'select id from open_task where instance_id = $1', [
      instanceId,
    ]);
    open.push(task?.id ?? '');
  }
  return {
    run: (callers, count) =>
      drive(callers, count, async (at) => {
        const commandId = `${server}-c${++commands}`;
        const done = await runtime.complete({ taskId: open[at] ?? '', variables: {}, actorId: 'ann', commandId });
        open[at] = done.nextTasks[0] ?? '';
      }),
  };
}

/** Runs `work` `count` times with so many callers, each of which has instances of its own. */
export async function drive(
  callers: number,
  count: number,
  work: (instance: number, caller: number) => Promise<unknown>,
): Promise<{ readonly rate: number; readonly took: readonly number[] }> {
  const share = Math.floor(INSTANCES / callers);
  const took: number[] = [];
  let next = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let round = next++; round < count; round = next++) {
        const began = performance.now();
        await work(caller * share + (Math.floor(round / callers) % share), caller);
        took.push(performance.now() - began);
      }
    }),
  );
  return { rate: (count / (performance.now() - from)) * 1000, took };
}
