import { compile, parseModel, type ProcessGraph } from '../../../packages/bpmn/src/index.ts';
import {
  type Command,
  type HistoryEvent,
  type JsonObject,
  type State,
  type StepResult,
  step,
} from '../../../packages/engine/src/index.ts';
import { createEvaluator } from '../../../packages/expression/src/index.ts';
import type { InstanceRow } from '../../../packages/store/src/index.ts';
import { canonical } from './Ledger.ts';
import type { HistoryEntry } from './readSnapshot.ts';

const evaluator = createEvaluator();
/** A revision's events are numbered from here: see `historySeq` of the runtime. */
export const EVENTS_A_COMMIT = 1_000_000;

/** The compiled processes of a database, by deployment. */
export async function compileAll(
  deployments: readonly { readonly id: string; readonly processId: string; readonly xml: string }[],
): Promise<ReadonlyMap<string, ProcessGraph>> {
  const graphs = new Map<string, ProcessGraph>();
  for (const { id, processId, xml } of deployments)
    graphs.set(id, compile(await parseModel(xml, { diagrams: 'left out' }), processId));
  return graphs;
}

/**
 * Plays an instance's history through the pure engine: what each commit was told is read from its events (see
 * `commandOf`), `step` is asked what follows, and every event and the state at the end must be what the database has.
 * Answers what differs, or null.
 */
export async function replay(
  graph: ProcessGraph,
  instance: InstanceRow,
  history: readonly HistoryEntry[],
): Promise<string | null> {
  let state: State | null = null;
  for (const [revision, events] of commitsOf(history)) {
    if (isJobIncident(events)) continue;
    const at = Date.parse(events[0]?.at ?? '');
    const before: State | null = state;
    const command = commandOf(graph, before, events);
    try {
      const result: StepResult = await evaluator.settle(at, (env) => step(graph, before, command, env));
      const engine = result.events.map((event) => `${event.type} ${nameOf(graph, event)} ${event.token}`);
      const database = events.map((event) => `${event.type} ${event.elementId} ${event.token}`);
      if (engine.join() !== database.join())
        return `${instance.id}, commit ${revision} (${command.type}): the engine gives ${engine.join(', ')}; the history has ${database.join(', ')}`;
      state = result.state;
    } catch (error) {
      return `${instance.id}, commit ${revision}: the engine refuses ${JSON.stringify(command)}: ${String(error)}`;
    }
  }
  if (canonical(state) === canonical(instance.state)) return null;
  return `${instance.id}: the engine ends in ${canonical(state)}, the database has ${canonical(instance.state)}`;
}

function commitsOf(history: readonly HistoryEntry[]): ReadonlyMap<number, readonly HistoryEntry[]> {
  return Map.groupBy(history, ({ seq }) => Math.floor(seq / EVENTS_A_COMMIT));
}

/** A job that was set aside: the executor hears nothing of it. */
function isJobIncident(events: readonly HistoryEntry[]): boolean {
  return events.length === 1 && events[0]?.type === 'incident';
}

/**
 * The command that a commit's events tell of: its variables stand with the first event at its token. An event on a
 * border has a token of its own there, so its watcher is looked up in the state. What the history does not tell (signals,
 * variables set from outside, retries, what a message brings to a border or behind a gateway) the processes of these
 * tests do not do.
 */
function commandOf(graph: ProcessGraph, before: State | null, events: readonly HistoryEntry[]): Command {
  const bearer = events.find((event) => event.detail?.variables !== undefined);
  const variables = (bearer?.detail?.variables ?? {}) as JsonObject;
  if (before === null) return { type: 'start', variables };
  if (events.every((event) => event.type === 'cancel')) return { type: 'cancel', reason: '' };
  const first = bearer ?? events[0];
  const index = graph.nodeIndex.get(first?.elementId ?? '') ?? -1;
  const node = graph.nodes[index];
  if (node?.type === 'boundaryEvent') {
    const watcher = before.tokens.find((token) => token.node === index && token.data?.on !== undefined);
    return { type: 'trigger', token: watcher?.id ?? -1, variables };
  }
  const isEvent = node?.type === 'intermediateCatchEvent' || node?.type === 'receiveTask';
  return { type: isEvent ? 'trigger' : 'complete', token: first?.token ?? -1, variables };
}

function nameOf(graph: ProcessGraph, event: HistoryEvent): string {
  const element = event.type === 'take' ? graph.flows[event.flow] : graph.nodes[event.node];
  return element?.id ?? graph.processId;
}
