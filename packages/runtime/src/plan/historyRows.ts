import type { Message, ProcessGraph } from '@dealwright/bpmn';
import type { Command, HistoryEvent, StepResult } from '@dealwright/engine';
import type { CommitPlan } from '@dealwright/store';
import { instant } from './instant.ts';
import type { Occasion } from './Planner.ts';

export type HistoryRow = CommitPlan['history'][number];

/** Events of one commit at most; the executor's own limit of elements a step is far below. */
const EVENTS_A_COMMIT = 1_000_000;

/**
 * History rows of one step. `seq` only has to rise within the instance: the revision makes its high part, so that
 * nothing need be read to number it. The command's variables stand in the detail of the first event it caused at its
 * token (`leave` of a completed task, `enter` of the start), where the timeline and the measures find them; the `leave`
 * of a step that was passed over says `skipped`.
 */
export function historyRows(
  graph: ProcessGraph,
  revision: number,
  offset: number,
  command: Command,
  result: StepResult,
  occasion: Occasion,
): HistoryRow[] {
  const incidents = new Map<number, { code: string; message: Message }>();
  for (const effect of result.effects) if (effect.type === 'raiseIncident') incidents.set(effect.token, effect);
  const bearer = result.events.findIndex((event) => bears(event, command));
  return result.events.map((event, index) => ({
    seq: historySeq(revision, offset + index),
    type: event.type,
    elementId: elementOf(graph, event),
    token: event.token,
    at: instant(occasion.at),
    detail: detailOf(event, incidents, index === bearer ? command : null),
    actorId: occasion.actorId,
  }));
}

/** The number of the `index`-th event of the commit that moves the instance on from `revision`. */
export function historySeq(revision: number, index: number): number {
  return revision * EVENTS_A_COMMIT + index;
}

function bears(event: HistoryEvent, command: Command): boolean {
  if (command.type === 'start') return event.type === 'enter';
  return 'token' in command && event.token === command.token && event.type === 'leave';
}

function elementOf(graph: ProcessGraph, event: HistoryEvent): string {
  const element = event.type === 'take' ? graph.flows[event.flow] : graph.nodes[event.node];
  return element?.id ?? graph.processId;
}

function detailOf(
  event: HistoryEvent,
  incidents: ReadonlyMap<number, { code: string; message: Message }>,
  command: Command | null,
): unknown {
  const detail: Record<string, unknown> = {};
  if (event.scope !== 0) detail['scope'] = event.scope;
  if (event.type === 'error' || event.type === 'escalation') detail['code'] = event.code;
  const incident = event.type === 'incident' ? incidents.get(event.token) : undefined;
  if (incident) Object.assign(detail, { code: incident.code, message: incident.message });
  if (command && 'variables' in command) detail['variables'] = command.variables;
  if (command?.type === 'skip') detail['skipped'] = true;
  return Object.keys(detail).length > 0 ? detail : null;
}
