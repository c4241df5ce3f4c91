import { query, queryOne } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { nextFiring } from '../deploy/timerStart.ts';
import { start } from '../instances/start.ts';
import { instant } from '../plan/instant.ts';

interface Due {
  readonly id: string;
  readonly deploymentId: string;
  readonly processId: string;
  readonly nodeId: string;
  readonly dueAt: string;
  readonly remaining: number | null;
}

/** Starts an instance for the timer start event due longest and arms it again; false when none is due. */
export async function fireTimerStart(core: Core, unit: Unit): Promise<boolean> {
  const { em } = unit;
  const due = await queryOne<Due>(
    em,
    `select id, deployment_id as "deploymentId", process_id as "processId", node_id as "nodeId", due_at as "dueAt",
       remaining
     from start_subscription where kind = 'timer' and due_at <= $1::timestamptz
     order by due_at limit 1 for update skip locked`,
    [core.nowIso()],
  );
  if (!due) return false;
  await start(core, unit, {
    processId: due.processId,
    deploymentId: due.deploymentId,
    startNode: due.nodeId,
    variables: {},
    actorId: null,
    commandId: `timer:${due.id}:${due.dueAt}`,
  });
  await armAgain(core, unit, due);
  return true;
}

async function armAgain(core: Core, { em }: Unit, due: Due): Promise<void> {
  const graph = await core.graphs.get(em, due.deploymentId);
  const node = graph.nodes[graph.nodeIndex.get(due.nodeId) ?? -1];
  const event = node?.events.find((one) => one.kind === 'timer');
  const last = { due: Date.parse(due.dueAt), remaining: due.remaining };
  const { evaluator, now } = core.options;
  const next = event?.kind === 'timer' ? await nextFiring(evaluator, event.timer, last, now()) : null;
  if (!next) {
    await query(em, 'delete from start_subscription where id = $1', [due.id]);
    return;
  }
  await query(em, 'update start_subscription set due_at = $2::timestamptz, remaining = $3::integer where id = $1', [
    due.id,
    instant(next.due),
    next.remaining,
  ]);
}
