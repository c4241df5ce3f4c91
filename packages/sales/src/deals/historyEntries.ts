import type { GraphNode, ProcessGraph, Stage } from '@dealwright/bpmn';
import type { PersonRef } from '../people/Person.ts';
import { formChanges } from './changes.ts';
import type { TimelineEntry, TimelineKind } from './TimelineEntry.ts';

export interface HistoryRow {
  readonly seq: number;
  readonly type: string;
  readonly elementId: string;
  readonly token: number;
  readonly at: string;
  readonly actor: PersonRef | null;
  /** what was entered, beside the `leave` of a task */
  readonly variables: Readonly<Record<string, unknown>> | null;
  /** beside the `leave` of a step that an incident had stopped and that was passed over by hand */
  readonly skipped: boolean;
  /** which instance of a repeated task it was, as the task's row says */
  readonly turn: number | null;
  readonly item: string | null;
}

const PEOPLES_WORK = new Set<GraphNode['type']>(['userTask', 'manualTask']);
const WAITS = new Set<GraphNode['type']>(['intermediateCatchEvent', 'boundaryEvent', 'receiveTask']);

/** What happened to no instance of a repeated task. */
export const NO_TURN = { turn: null, item: null } as const;

/**
 * What of an instance's history is worth telling, in its order: its start and end, work done or withdrawn, messages
 * and timers that came, incidents, steps skipped by hand, escalations, what was undone, and each change of stage. Gateways, machine work and flows are left to the drawing.
 */
export function historyEntries(graph: ProcessGraph, rows: readonly HistoryRow[]): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let stage: string | null = null;
  for (const row of withoutPassing(rows)) {
    const node = graph.nodes[graph.nodeIndex.get(row.elementId) ?? -1];
    if (!node) continue;
    const base = { at: row.at, actor: row.actor, elementId: row.elementId, turn: row.turn, item: row.item };
    const kind = row.skipped ? 'skipped' : kindOf(node, row.type);
    if (kind !== null)
      entries.push({
        ...base,
        key: `h${row.seq}`,
        kind,
        name: node.name || graph.name,
        labels: node.business.labels,
        changes: kind === 'task' ? formChanges(node.business.form, row.variables ?? {}) : [],
      });
    const reached = row.type === 'enter' ? node.business.stage : null;
    const found: Stage | null | undefined =
      reached === null || reached === stage ? null : graph.stages.find((one) => one.id === reached);
    if (!found) continue;
    stage = found.id;
    const name = found.labels.en ?? found.labels.zh ?? found.id;
    entries.push({
      ...base,
      ...NO_TURN,
      key: `s${row.seq}`,
      kind: 'stage',
      name,
      labels: found.labels,
      changes: [],
    });
  }
  return entries;
}

function kindOf(node: GraphNode, type: string): TimelineKind | null {
  if (type === 'incident') return 'incident';
  if (type === 'escalation') return 'escalated';
  if (type === 'compensate') return 'compensated';
  if (node.type === 'startEvent' && node.parent === 0 && type === 'leave') return 'started';
  if (node.type === 'endEvent' && node.parent === 0 && type === 'leave') return 'ended';
  if (PEOPLES_WORK.has(node.type)) return type === 'leave' ? 'task' : type === 'cancel' ? 'cancelled' : null;
  return WAITS.has(node.type) && type === 'leave' ? 'event' : null;
}

/**
 * Leaves out what a token only passed: cancelled in the very moment it came. An import starts a deal and at once moves
 * it to its task; where it began was never worked on.
 */
export function withoutPassing<Row extends Pick<HistoryRow, 'type' | 'elementId' | 'token' | 'at'>>(
  rows: readonly Row[],
): Row[] {
  const keyOf = (row: Row) => `${row.elementId} ${row.token} ${row.at}`;
  const cancelled = new Set(rows.filter((row) => row.type === 'cancel').map(keyOf));
  const entries = new Set(rows.filter((row) => row.type === 'enter').map(keyOf));
  return rows.filter(
    (row) => !(['enter', 'cancel'].includes(row.type) && cancelled.has(keyOf(row)) && entries.has(keyOf(row))),
  );
}
