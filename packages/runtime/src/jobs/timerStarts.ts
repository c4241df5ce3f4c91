import { query, queryOne } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { nextFiring } from '../deploy/timerStart.ts';
import { start } from '../instances/start.ts';
import { isAwaited } from '../messages/isAwaited.ts';
import { instant } from '../plan/instant.ts';

interface Due {
  readonly id: string;
  readonly deploymentId: string;
  readonly processId: string;
  readonly nodeId: string;
  readonly dueAt: string;
  readonly remaining: number | null;
  readonly event: number;
}

/** Milliseconds until a start that failed is tried again. */
const PAUSE_MS = 60_000;

/** Starts an instance for each timer start event that is due, at most `limit`, and arms it again; returns how many. */
export async function fireTimerStarts(core: Core, limit: number): Promise<number> {
  const due = await query<{ id: string }>(
    core.options.em(),
    `select id from start_subscription where kind = 'timer' and due_at <= $1::timestamptz order by due_at limit $2`,
    [core.nowIso(), limit],
  );
  let fired = 0;
  for (const { id } of due) if (await fireGuarded(core, id)) fired++;
  return fired;
}

/** A start that fails must not keep the others from theirs. */
async function fireGuarded(core: Core, id: string): Promise<boolean> {
  try {
    return await core.transact((unit) => fire(core, unit, id));
  } catch (error) {
    core.options.onError?.(error);
    await query(core.options.em(), 'update start_subscription set due_at = $2::timestamptz where id = $1', [
      id,
      instant(core.options.now() + PAUSE_MS),
    ]);
    return false;
  }
}

/** False when another server is at it, or was. */
async function fire(core: Core, unit: Unit, id: string): Promise<boolean> {
  const due = await queryOne<Due>(
    unit.em,
    `select id, deployment_id as "deploymentId", process_id as "processId", node_id as "nodeId", due_at as "dueAt",
       remaining, event
     from start_subscription where id = $1 and due_at <= $2::timestamptz for update skip locked`,
    [id, core.nowIso()],
  );
  if (!due) return false;
  const { processId, deploymentId, nodeId: startNode, event: startEvent } = due;
  // an instance that another trigger has started waits for this time itself
  if (!(await isAwaited(core, unit, { processId, deploymentId, startNode, startEvent }))) {
    const commandId = `timer:${due.id}:${due.dueAt}`;
    await start(core, unit, {
      processId,
      deploymentId,
      startNode,
      startEvent,
      variables: {},
      actorId: null,
      commandId,
    });
  }
  await armAgain(core, unit, due);
  return true;
}

async function armAgain(core: Core, { em, evaluator }: Unit, due: Due): Promise<void> {
  const graph = await core.graphs.get(em, due.deploymentId);
  const node = graph.nodes[graph.nodeIndex.get(due.nodeId) ?? -1];
  const event = node?.events[due.event];
  const last = { due: Date.parse(due.dueAt), remaining: due.remaining };
  const { now } = core.options;
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
