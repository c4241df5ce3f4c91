import type { Store } from '../../packages/store/src/index.ts';
import { emptyTables } from '../../packages/store/src/testing/index.ts';
import { openRuntime } from '../../packages/runtime/src/testing/openRuntime.ts';
import type { RandomModel } from './randomModel.ts';
import { check, type Run } from './runModel.ts';

/**
 * Runs a model through the runtime and a database with the commands of a pure run, and checks that it ends the same:
 * the same state, the same history, and no row left of what was waited for.
 *
 * @throws PropertyBroken with the first difference
 */
export async function runDurable(store: Store, model: RandomModel, pure: Run): Promise<void> {
  await emptyTables(store);
  const t = await openRuntime(store);
  await t.runtime.deploy({ xml: model.xml, note: '', actorId: null });
  t.clock = pure.commands[0]?.now ?? t.clock;
  const { instanceId } = await t.runtime.start({ processId: 'p', variables: model.variables, actorId: 'ann' });
  for (const [at, { command, now }] of pure.commands.entries()) {
    if (command.type === 'start') continue;
    t.clock = now;
    if (command.type === 'complete') {
      const [task] = await t.rows<{ id: string }>(`select id from task where token = $1 and status = 'open'`, [
        command.token,
      ]);
      check(task !== undefined, `step ${at}: no task is open under token ${command.token}`);
      const commandId = `step:${at}`;
      await t.runtime.complete({ taskId: task.id, variables: command.variables, actorId: 'ann', commandId });
    } else if (command.type === 'signal') await t.runtime.broadcast({ name: command.name, payload: {}, actorId: null });
    // a timer: with the clock turned it fires by itself, and with it all others that are due
    while ((await t.runtime.runDueJobs()) > 0);
  }
  check(t.errors.length === 0, `an error in the background: ${String(t.errors[0])}`);
  const [row] = await t.rows<{ status: string; state: unknown }>('select status, state from instance where id = $1', [
    instanceId,
  ]);
  check(row?.status === pure.state.status, `durable it is ${row?.status ?? 'gone'}, pure ${pure.state.status}`);
  check(inOrder(row.state) === inOrder(pure.state), 'the states differ');
  const history = await t.rows<{ what: string }>(
    `select type || ' ' || element_id as what from history where instance_id = $1`,
    [instanceId],
  );
  const told = pure.events.map(
    (event) =>
      `${event.type} ${(event.type === 'take' ? pure.graph.flows[event.flow] : pure.graph.nodes[event.node])?.id ?? ''}`,
  );
  check(
    history
      .map(({ what }) => what)
      .toSorted()
      .join() === told.toSorted().join(),
    'the histories differ',
  );
  for (const table of ['job', 'subscription', 'position', 'incident']) {
    const [left] = await t.rows<{ count: number }>(`select count(*)::integer as count from ${table}`);
    check(left?.count === 0, `${left?.count ?? 0} rows are left in ${table}`);
  }
  const [open] = await t.rows<{ count: number }>(`select count(*)::integer as count from task where status = 'open'`);
  check(open?.count === 0, 'a task is left open');
}

/** JSON with the keys in order: databases keep them in their own. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
