import type { GraphNode, ProcessGraph } from '@dealwright/bpmn';
import { CommandRefused } from '../CommandRefused.ts';
import type { Command } from '../types/Command.ts';
import { nodeAt } from '../walk/openWalk.ts';
import { leave } from '../walk/phases.ts';
import { openScope } from '../walk/scopes.ts';
import { enterCaught } from '../walk/watchers.ts';
import { Incident } from '../walk/Incident.ts';
import type { JsonObject } from '../types/Json.ts';
import type { LiveScope, Walk } from '../walk/Walk.ts';

/**
 * Begins an instance: at the start event named, whose event has then already happened, else at every none start event
 * (or flow node without incoming flow) of the process.
 */
export function startInstance(walk: Walk, command: Extract<Command, { type: 'start' }>): void {
  const { graph } = walk;
  const root = nodeAt(graph, 0);
  const named = command.startNode === undefined ? null : namedStart(graph, command.startNode);
  if (!named && root.starts.length === 0) throw new CommandRefused('start-node-needed', graph.processId);
  const scope = openProcess(walk, root, named ? [] : root.starts, command.variables);
  if (named) leave(walk, enterCaught(walk, named, scope));
}

/** There is no token yet that an incident could hold: when an event subprocess can't be armed, nothing is started. */
function openProcess(walk: Walk, root: GraphNode, starts: readonly number[], variables: JsonObject): LiveScope {
  try {
    return openScope(walk, root, null, starts, variables);
  } catch (error) {
    if (error instanceof Incident) throw new CommandRefused('event-not-armed', error.message);
    throw error;
  }
}

/** A start event, an instantiating receive task, or an event behind an instantiating event-based gateway. */
function namedStart(graph: ProcessGraph, id: string): GraphNode {
  const index = graph.nodeIndex.get(id);
  if (index === undefined) throw new CommandRefused('node-unknown', id);
  const node = nodeAt(graph, index);
  const starts =
    node.parent === 0 &&
    (node.type === 'startEvent' ||
      node.instantiate ||
      node.incoming.some((flow) => graph.nodes[graph.flows[flow]?.source ?? -1]?.instantiate === true));
  if (!starts) throw new CommandRefused('node-not-a-start', id);
  return node;
}
