import type { ProcessTree } from '../../packages/engine/src/testing/random/index.ts';

/**
 * The same tree without messages that it throws itself: one that nobody waits for is kept for whoever comes, which only
 * the runtime does.
 */
export function withoutThrownMessages(tree: ProcessTree): ProcessTree {
  return JSON.parse(JSON.stringify(tree), (key, value: unknown) => {
    if (value === 'sendTask') return 'task';
    return value === 'message' && (key === 'what' || key === 'end') ? 'none' : value;
  }) as ProcessTree;
}

/** The same tree with people where machines work. */
export function withoutMachines(tree: ProcessTree): ProcessTree {
  return JSON.parse(JSON.stringify(tree), (_key, value: unknown) =>
    value === 'serviceTask' || value === 'businessRuleTask' ? 'userTask' : value,
  ) as ProcessTree;
}
