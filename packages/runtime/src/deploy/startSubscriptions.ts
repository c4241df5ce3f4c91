import type { EventDefinition, GraphNode, ProcessGraph } from '@dealwright/bpmn';
import { query } from '@dealwright/store';
import { calendarsFor } from '../Calendars.ts';
import type { Core, Unit } from '../Core.ts';
import { instant } from '../plan/instant.ts';
import { firstFiring } from './timerStart.ts';

/** Kinds of start subscriptions, by what they wait for. */
const KINDS: Partial<Record<EventDefinition['kind'], string>> = {
  message: 'message',
  signal: 'signal',
  timer: 'timer',
  conditional: 'condition',
};

/**
 * What may start an instance of this version from outside: messages, signals, timers and conditions of its top-level
 * start events, each trigger by itself. The version before loses its own.
 */
export async function replaceStartSubscriptions(
  core: Core,
  { em, evaluator }: Unit,
  graph: ProcessGraph,
  deploymentId: string,
): Promise<void> {
  await query(em, 'delete from start_subscription where process_id = $1', [graph.processId]);
  const calendars = await calendarsFor(em, graph);
  for (const node of graph.nodes.filter((one) => startsFromOutside(graph, one))) {
    for (const [at, event] of node.events.entries()) {
      const kind = KINDS[event.kind];
      if (kind === undefined) continue;
      const name = event.kind === 'message' || event.kind === 'signal' ? event.name : null;
      const firing =
        event.kind === 'timer' ? await firstFiring(evaluator, event.timer, core.options.now(), calendars) : null;
      await query(
        em,
        `insert into start_subscription (id, deployment_id, process_id, node_id, kind, name, due_at, remaining, event)
         values ($1, $2, $3, $4, $5, $6, $7::timestamptz, $8::integer, $9::integer)`,
        [
          core.options.newId(),
          deploymentId,
          graph.processId,
          node.id,
          kind,
          name,
          firing ? instant(firing.due) : null,
          firing?.remaining ?? null,
          at,
        ],
      );
    }
  }
}

/** Start events, instantiating receive tasks, and what stands behind an instantiating event-based gateway. */
function startsFromOutside(graph: ProcessGraph, node: GraphNode): boolean {
  if (node.parent !== 0) return false;
  if (node.type === 'startEvent' || node.instantiate) return true;
  return node.incoming.some((flow) => graph.nodes[graph.flows[flow]?.source ?? -1]?.instantiate === true);
}
