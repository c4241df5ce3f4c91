import type { GraphNode, ProcessGraph } from '@dealwright/bpmn';
import type { State } from '@dealwright/engine';
import { query } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';

/** A trigger of a start event of a newest version. */
export interface AwaitedStart {
  readonly deploymentId: string;
  readonly processId: string;
  readonly startNode: string;
  readonly startEvent: number;
}

/**
 * Whether an instance that another trigger of the same start has begun still waits for this one: where all triggers are
 * needed (a parallel multiple start event, an event-based gateway that instantiates in parallel), each that comes later
 * belongs to the instance that waits and begins no other (BPMN 2.0.2, 10.5.2 and 10.6.6).
 */
export async function isAwaited(core: Core, { em }: Unit, start: AwaitedStart): Promise<boolean> {
  const graph = await core.graphs.get(em, start.deploymentId);
  const node = graph.nodes[graph.nodeIndex.get(start.startNode) ?? -1];
  if (!node || !needsAll(graph, node)) return false;
  const standing = await query<{ deploymentId: string; state: State }>(
    em,
    `select i.deployment_id as "deploymentId", i.state from position p join instance i on i.id = p.instance_id
     where p.node_id = $2 and p.deployment_id in (select id from deployment where process_id = $1)`,
    [start.processId, start.startNode],
  );
  // behind a gateway each event has a token of its own; a start event has one, with a watcher for each trigger
  if (!node.parallelMultiple) return standing.length > 0;
  for (const { deploymentId, state } of standing) {
    const itsGraph = await core.graphs.get(em, deploymentId);
    if (watches(itsGraph, state, start)) return true;
  }
  return false;
}

function needsAll(graph: ProcessGraph, node: GraphNode): boolean {
  if (node.parallelMultiple) return true;
  return node.incoming.some((flow) => graph.nodes[graph.flows[flow]?.source ?? -1]?.parallelInstantiate === true);
}

function watches(graph: ProcessGraph, state: State, { startNode, startEvent }: AwaitedStart): boolean {
  const node = graph.nodeIndex.get(startNode);
  return state.tokens.some(
    ({ node: at, data }) =>
      at === node && data?.on !== undefined && data.met === undefined && (data.event ?? 0) === startEvent,
  );
}
