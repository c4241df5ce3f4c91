import { createEvaluator } from '../../../packages/expression/src/index.ts';
import { createRuntime, type Runtime, type RuntimeOptions } from '../../../packages/runtime/src/index.ts';
import type { Store } from '../../../packages/store/src/index.ts';

/** A runtime as the server makes it, over a store; who gets a task is answered without asking: `options` may say who. */
export function benchRuntime(store: Store, options: Partial<RuntimeOptions> = {}): Runtime {
  let ids = 0;
  return createRuntime({
    em: store.em,
    now: Date.now,
    newId: () => `m${++ids}`,
    assign: () => Promise.resolve({ assigneeId: null, candidates: [] }),
    connectors: {},
    evaluator: createEvaluator(),
    serverId: 'bench',
    ...options,
  });
}
