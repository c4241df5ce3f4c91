import type { ProcessGraph } from '../../../packages/bpmn/src/index.ts';
import type { State, Token } from '../../../packages/engine/src/index.ts';
import { principalsOf, standingTokens } from '../../../packages/store/src/index.ts';
import type { Problem } from '../FaultLine.ts';
import { EVENTS_A_COMMIT } from './replay.ts';
import type { HistoryEntry, Snapshot, TokenFacts } from './readSnapshot.ts';

/**
 * Whether the rows agree with each other: each token of an instance's state stands at exactly one thing that can move
 * it, nothing stands for a token that is not there, the worklist shows the open tasks and no others, and history is
 * numbered without gaps or doubles.
 */
export function checkStanding(snapshot: Snapshot, graphs: ReadonlyMap<string, ProcessGraph>): Problem[] {
  return [
    ...checkWaits(snapshot, graphs),
    ...checkOwners(snapshot),
    ...checkWorklist(snapshot),
    ...snapshot.instances.flatMap(({ id, revision }) => checkNumbers(id, revision, snapshot.history.get(id) ?? [])),
  ];
}

const at = ({ instanceId, token }: TokenFacts): string => `${instanceId}:${token}`;

/** Each waiting token has one thing that can move it. */
function checkWaits(snapshot: Snapshot, graphs: ReadonlyMap<string, ProcessGraph>): Problem[] {
  const movers = new Map<string, string[]>();
  const add = (place: string, what: string) => movers.set(place, [...(movers.get(place) ?? []), what]);
  for (const task of snapshot.open) add(at(task), 'task');
  for (const subscription of snapshot.subscriptions) add(at(subscription), 'subscription');
  const jobs = new Set(snapshot.jobs.map(({ id }) => id));
  for (const incident of snapshot.incidents)
    // the incident of a job stands beside it
    if (incident.jobId === null || !jobs.has(incident.jobId)) add(at(incident), 'incident');
  for (const job of snapshot.jobs) {
    if (job.token >= 0 && job.instanceId !== null) add(`${job.instanceId}:${job.token}`, job.kind);
    else if (job.kind === 'start' && job.parentToken !== null)
      add(`${job.instanceId}:${job.parentToken}`, 'call begins');
    else if (job.kind === 'return') add(`${job.parentInstanceId}:${job.parentToken}`, 'call returns');
  }
  for (const { status, parentInstanceId, parentToken } of snapshot.instances)
    if (status === 'active' && parentInstanceId !== null) add(`${parentInstanceId}:${parentToken}`, 'call');

  const problems: Problem[] = [];
  for (const { id, status, state, deploymentId } of snapshot.instances) {
    const graph = graphs.get(deploymentId);
    if (!graph || status !== 'active') continue;
    for (const token of state.tokens) {
      const found = movers.get(`${id}:${token.id}`) ?? [];
      const due = waitsOutside(graph, token) ? 1 : 0;
      if (found.length === due) continue;
      const node = graph.nodes[token.node]?.id;
      const kind = found.length < due ? 'stuck' : 'unexplained';
      problems.push({
        kind,
        text: `token ${id}:${token.id} at ${node} has ${found.join(' and ') || 'nothing'} to move it`,
      });
    }
  }
  return problems;
}

/** Tokens at joins wait for other tokens, and those of an open scope for what is inside. */
function waitsOutside(graph: ProcessGraph, { node, data }: Token): boolean {
  if (data?.met || data?.gathering || data?.loop || data?.reopened || data?.afterwards || data?.scope !== undefined)
    return data?.stuck !== undefined;
  return data?.stuck !== undefined || !(graph.nodes[node]?.type.endsWith('Gateway') ?? false);
}

/** Nothing stands for what is not there. */
function checkOwners(snapshot: Snapshot): Problem[] {
  const states = new Map<string, State>(snapshot.instances.map(({ id, state }) => [id, state]));
  const standing = new Set<string>();
  const all = new Set<string>();
  for (const [id, state] of states) {
    if (state.status !== 'active') continue;
    for (const token of state.tokens) all.add(`${id}:${token.id}`);
    for (const token of standingTokens(state)) standing.add(`${id}:${token.id}`);
  }
  const problems: Problem[] = [];
  const stray = (what: string, rows: readonly TokenFacts[], places: ReadonlySet<string>) => {
    for (const row of rows)
      if (!places.has(at(row)))
        problems.push({ kind: 'unexplained', text: `${what} for ${at(row)}, which is not there` });
  };
  stray('a task is open', snapshot.open, standing);
  stray('a subscription stands', snapshot.subscriptions, all);
  stray('a position stands', snapshot.positions, standing);
  // a delivery belongs to no token
  const owned = (rows: readonly { readonly instanceId: string | null; readonly token: number }[]) =>
    rows.flatMap(({ instanceId, token }) => (token >= 0 && instanceId !== null ? [{ instanceId, token }] : []));
  stray('an incident stands', owned(snapshot.incidents), all);
  stray('a job stands', owned(snapshot.jobs), all);
  const positions = new Set(snapshot.positions.map(at));
  for (const place of standing)
    if (!positions.has(place)) problems.push({ kind: 'unexplained', text: `token ${place} has no position` });
  if (positions.size !== snapshot.positions.length)
    problems.push({ kind: 'unexplained', text: 'a token has two positions' });
  for (const { id, status, state } of snapshot.instances)
    if (status !== state.status)
      problems.push({ kind: 'unexplained', text: `instance ${id} is ${status}, and by its state ${state.status}` });
  return problems;
}

/** The worklist shows each open task to whom it is for, and nothing else; what is closed is not open. */
function checkWorklist(snapshot: Snapshot): Problem[] {
  const due = new Set(
    snapshot.open.flatMap((task) => principalsOf(task).map((principal) => `${principal} ${task.id}`)),
  );
  const shown = new Set(snapshot.worklist.map(({ principal, taskId }) => `${principal} ${taskId}`));
  const closed = new Set(snapshot.closed.map(({ id }) => id));
  return [
    ...[...due].filter((row) => !shown.has(row)).map((row) => problem(`the worklist lacks ${row}`)),
    ...[...shown].filter((row) => !due.has(row)).map((row) => problem(`the worklist shows ${row}, which is not open`)),
    ...snapshot.open.filter(({ id }) => closed.has(id)).map(({ id }) => problem(`task ${id} is open and closed`)),
  ];
}

/** Every commit has its events, numbered from the first on. */
function checkNumbers(id: string, revision: number, history: readonly HistoryEntry[]): Problem[] {
  const commits = Map.groupBy(history, ({ seq }) => Math.floor(seq / EVENTS_A_COMMIT));
  const problems: Problem[] = [];
  for (let commit = 0; commit < revision; commit += 1) {
    const numbers = (commits.get(commit) ?? []).map(({ seq }) => seq % EVENTS_A_COMMIT);
    if (numbers.length === 0 || numbers.some((number, index) => number !== index))
      problems.push(problem(`commit ${commit} of ${id} has the events ${numbers.join(', ') || 'none'}`));
  }
  if (commits.size > revision) problems.push(problem(`${id} has history beyond its revision ${revision}`));
  return problems;
}

function problem(text: string): Problem {
  return { kind: 'unexplained', text };
}
