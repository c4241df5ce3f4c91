import type { GraphNode, ProcessGraph } from '@dealwright/bpmn';
import { CommandRefused } from '../CommandRefused.ts';
import type { Command } from '../types/Command.ts';
import { nodeAt } from '../walk/openWalk.ts';
import { leave } from '../walk/phases.ts';
import { openScope, startsOf } from '../walk/scopes.ts';
import { stickOnIncident } from '../walk/stick.ts';
import { sendToken } from '../walk/tokens.ts';
import { armOwnEvents, enterCaught } from '../walk/watchers.ts';
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
  if (!named && startsOf(walk, root).length === 0) throw new CommandRefused('start-node-needed', graph.processId);
  const scope = openProcess(walk, root, named ? besides(walk, root) : startsOf(walk, root), command.variables);
  if (named) startAt(walk, named, scope, command.startEvent ?? 0);
}

/** What starts with the process whatever its trigger: nodes that no flow enters, but no none start event. */
function besides(walk: Walk, root: GraphNode): readonly number[] {
  if (!walk.rules.implicitStarts) return [];
  return startsOf(walk, root).filter((index) => nodeAt(walk.graph, index).type !== 'startEvent');
}

/**
 * The event that starts the instance has happened. A parallel multiple start event, and an event-based gateway that
 * needs all of its events, then wait for the others (BPMN 2.0.2, 10.5.2 and 10.6.6).
 */
function startAt(walk: Walk, node: GraphNode, scope: LiveScope, happened: number): void {
  const others = parallelGateway(walk, node)?.outgoing ?? [];
  for (const index of others) {
    const target = walk.graph.flows[index]?.target ?? -1;
    if (target !== node.index) sendToken(walk, nodeAt(walk.graph, target), scope);
  }
  const token = enterCaught(walk, node, scope);
  if (node.parallelMultiple) stickOnIncident(walk, token, 'enter', () => void armOwnEvents(walk, token, happened));
  else leave(walk, token);
}

function parallelGateway(walk: Walk, node: GraphNode): GraphNode | null {
  for (const flow of node.incoming) {
    const source = nodeAt(walk.graph, walk.graph.flows[flow]?.source ?? -1);
    if (source.instantiate && source.parallelInstantiate) return source;
  }
  return null;
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
