import { createEvaluator } from '@dealwright/expression';
import { createRuntime } from '@dealwright/runtime';
import { type Parameter, query, type Store } from '@dealwright/store';
import { createAssignmentResolver } from '../assignment/createAssignmentResolver.ts';
import type { CompleteDeps } from '../deals/completeDealTask.ts';
import type { ImportDeps } from '../import/ImportDeps.ts';
import type { Role } from '../people/Person.ts';
import { createPerson } from '../people/savePerson.ts';
import { type ReadDeps, type Viewer, viewerOf } from '../Viewer.ts';

export interface TestSales extends CompleteDeps, ReadDeps, ImportDeps {
  /** epoch milliseconds; tests turn it */
  clock: number;
  /** why tasks went to the managers */
  readonly fallbacks: string[];
  rows<Row extends object = Record<string, unknown>>(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  person(name: string, facts?: { roles?: Role[]; groups?: string[]; managerId?: string }): Promise<string>;
  viewer(id: string): Promise<Viewer>;
  /** id of the one open task at a node */
  openTask(nodeId: string): Promise<string>;
}

const evaluator = createEvaluator();

/** Sales and a runtime over a store, the clock at 2026-01-05T09:00Z, ids in sequence. */
export function openSales(store: Store): TestSales {
  let ids = 0;
  const fallbacks: string[] = [];
  const rows = <Row extends object>(sql: string, parameters: readonly Parameter[] = []) =>
    query<Row>(store.em(), sql, parameters);
  const assign = createAssignmentResolver({
    evaluate: (expression, variables) => evaluator.evaluate(expression, variables, test.clock),
    onFallback: (note) => fallbacks.push(note.reason),
  });
  const em = () => store.em();
  const now = () => test.clock;
  const newId = () => `id-${String(++ids).padStart(7, '0')}`;
  const runtime = createRuntime({ em, now, newId, assign, connectors: {}, evaluator, serverId: 'test' });
  const test: TestSales = {
    em,
    now,
    newId,
    runtime,
    evaluator,
    assign,
    graph: (deploymentId) => runtime.graph(deploymentId),
    clock: Date.parse('2026-01-05T09:00:00Z'),
    fallbacks,
    rows,
    async person(name, facts = {}) {
      const { id } = await createPerson(test, {
        name,
        email: `${name.toLowerCase()}@example.com`,
        roles: facts.roles ?? ['rep'],
        groups: facts.groups ?? [],
        managerId: facts.managerId ?? null,
        teamName: null,
        actorId: null,
      });
      return id;
    },
    async viewer(id) {
      const [person] = await rows<{ roles: Role[] }>(`select roles from person where id = $1`, [id]);
      return viewerOf(store.em, { id, roles: person?.roles ?? [] });
    },
    async openTask(nodeId) {
      const found = await rows<{ id: string }>(`select id from task where status = 'open' and node_id = $1`, [nodeId]);
      if (found.length !== 1 || !found[0]) throw new Error(`${found.length} open tasks at ${nodeId}`);
      return found[0].id;
    },
  };
  return test;
}
