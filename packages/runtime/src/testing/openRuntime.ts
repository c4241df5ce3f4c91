import { createEvaluator } from '@dealwright/expression';
import { type Parameter, query, type Store } from '@dealwright/store';
import { createRuntime } from '../createRuntime.ts';
import type { Runtime, RuntimeChange, RuntimeOptions } from '../Runtime.ts';

export interface TestRuntime {
  readonly runtime: Runtime;
  /** every change told since the beginning */
  readonly changes: RuntimeChange[];
  /** errors told in the background */
  readonly errors: unknown[];
  /** epoch milliseconds; tests turn it */
  clock: number;
  rows<Row extends object = Record<string, unknown>>(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** ids of the open tasks at a node, or of all */
  openTasks(nodeId?: string): Promise<string[]>;
}

const evaluator = createEvaluator();

/** A runtime over a store, with persons ann, bob and cy, its clock at 2026-01-05T09:00Z and ids in sequence. */
export async function openRuntime(store: Store, changes: Partial<RuntimeOptions> = {}): Promise<TestRuntime> {
  let ids = 0;
  const server = changes.serverId ?? 's1';
  const rows = <Row extends object>(sql: string, parameters: readonly Parameter[] = []) =>
    query<Row>(store.em(), sql, parameters);
  const test: TestRuntime = {
    changes: [],
    errors: [],
    clock: Date.parse('2026-01-05T09:00:00Z'),
    rows,
    async openTasks(nodeId) {
      const found = await rows<{ id: string }>(
        `select id from task where status = 'open' and ($1::text is null or node_id = $1) order by id`,
        [nodeId ?? null],
      );
      return found.map((row) => row.id);
    },
    runtime: createRuntime({
      em: () => store.em(),
      now: () => test.clock,
      newId: () => `${server}-${String(++ids).padStart(6, '0')}`,
      assign: async () => ({ assigneeId: null, candidates: ['g:sales'] }),
      connectors: {},
      evaluator,
      onChange: (change) => test.changes.push(change),
      onError: (error) => test.errors.push(error),
      serverId: server,
      ...changes,
    }),
  };
  await rows(
    `insert into person (id, name, email, created_at) values ('ann', 'Ann', 'ann@example.com', now()),
       ('bob', 'Bob', 'bob@example.com', now()), ('cy', 'Cy', 'cy@example.com', now()) on conflict do nothing`,
  );
  return test;
}
