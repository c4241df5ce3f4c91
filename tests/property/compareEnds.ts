import type { Player } from '../../packages/engine/src/testing/random/index.ts';
import type { TestRuntime } from '../../packages/runtime/src/testing/openRuntime.ts';

interface Story {
  readonly processId: string;
  readonly status: string;
  readonly variables: unknown;
  /** "enter n3", …, sorted */
  readonly events: readonly string[];
}

/**
 * What differs between a pure run and the same one in a database: the status, the variables and the history of each
 * instance, and anything that is left of what was waited for. Empty when both have ended the same.
 */
export async function compareEnds(t: TestRuntime, { instances }: Player): Promise<string[]> {
  const wrong: string[] = t.errors.map((error) => `an error in the background: ${String(error)}`);
  const durable = await storiesIn(t);
  const pure = instances.map(({ process, run }) => ({
    processId: process.id,
    status: run.state.status,
    variables: run.variables,
    events: run.events.map((event) => `${event.type} ${nameOf(run.graph, event)}`).toSorted(),
  }));
  const [a, b] = [pure.map(textOf).toSorted(), durable.map(textOf).toSorted()];
  if (a.join('\n') !== b.join('\n')) wrong.push(`pure and durable differ: ${firstDifference(a, b)}`);
  for (const table of ['job', 'subscription', 'position', 'incident']) {
    const [left] = await t.rows<{ count: number }>(`select count(*)::integer as count from ${table}`);
    if (left?.count !== 0) wrong.push(`${left?.count} rows are left in ${table}`);
  }
  const open = await t.openTasks();
  if (open.length > 0) wrong.push(`${open.length} tasks are left open`);
  return wrong;
}

async function storiesIn(t: TestRuntime): Promise<Story[]> {
  const rows = await t.rows<Omit<Story, 'events'> & { readonly id: string }>(
    `select id, process_id as "processId", status, state -> 'scopes' -> 0 -> 'vars' as variables from instance`,
  );
  const history = await t.rows<{ readonly instanceId: string; readonly what: string }>(
    `select instance_id as "instanceId", type || ' ' || element_id as what from history`,
  );
  return rows.map(({ id, ...story }) => ({
    ...story,
    events: history.flatMap(({ instanceId, what }) => (instanceId === id ? [what] : [])).toSorted(),
  }));
}

function nameOf(graph: Player['main']['graph'], event: Player['main']['events'][number]): string {
  if (event.type === 'take') return (graph.flows[event.flow]?.id ?? '').replace('>', '_');
  return graph.nodes[event.node]?.id ?? '';
}

/** JSON with the keys in order: databases keep them in their own. */
function textOf(story: Story): string {
  return JSON.stringify(story, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function firstDifference(pure: readonly string[], durable: readonly string[]): string {
  for (let at = 0; at < Math.max(pure.length, durable.length); at++) {
    const [a = '', b = ''] = [pure[at], durable[at]];
    if (a === b) continue;
    let from = 0;
    while (a[from] === b[from]) from++;
    return `…${a.slice(Math.max(0, from - 80), from + 80)}… and …${b.slice(Math.max(0, from - 80), from + 80)}…`;
  }
  return '';
}
