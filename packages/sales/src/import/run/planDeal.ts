import type { ProcessGraph } from '@dealwright/bpmn';
import type { JsonObject } from '@dealwright/engine';
import { calendarsFor, createPlanner, type Planner, type TaskAssignment, tokenVariables } from '@dealwright/runtime';
import type { AuditEntry, CommitPlan, EntityManager } from '@dealwright/store';
import { isOwnersTask } from '../../assignment/roles.ts';
import type { PipelineRow } from '../CrmExport.ts';
import type { ImportDeps } from '../ImportDeps.ts';
import type { CheckedMapping } from '../mapping.ts';

export interface DealTimes {
  /** epoch milliseconds */
  readonly startedAt: number;
  readonly closedAt: number | null;
}

/** Noon: the file knows the day only, and noon in UTC is the same day nearly everywhere. */
function noon(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/**
 * When a deal began and ended, from what the file says; `importedAt` stands in where it says nothing. The treatment of
 * each kind of dirt in dealDirt.ts says the same in words.
 */
export function dealTimes(row: PipelineRow, closed: boolean, importedAt: number): DealTimes {
  const engaged = row.engageDate === null ? null : noon(row.engageDate);
  if (!closed) return { startedAt: engaged ?? importedAt, closedAt: null };
  const closedAt = row.closeDate === null ? (engaged ?? importedAt) : noon(row.closeDate);
  return { startedAt: Math.min(engaged ?? closedAt, closedAt), closedAt };
}

export interface DealToPlan {
  readonly row: PipelineRow;
  readonly instanceId: string;
  readonly ownerId: string;
  readonly times: DealTimes;
  readonly variables: JsonObject;
  readonly audit: AuditEntry;
}

/**
 * A deal's past as a process instance, by the real executor: started on its first day and at once moved to the task
 * that its stage is mapped to; a closed one stood at the furthest mapped task and is moved to its end event on its last
 * day. It is moved and not completed: that the steps in between were done is nowhere in the file.
 */
export async function planDeal(
  em: EntityManager,
  deps: ImportDeps,
  process: { readonly graph: ProcessGraph; readonly deploymentId: string; readonly mapping: CheckedMapping },
  deal: DealToPlan,
): Promise<CommitPlan> {
  const { graph, mapping } = process;
  const { instanceId, times } = deal;
  const target = mapping.target.get(deal.row.stage);
  if (!target) throw new Error(`the stage ${deal.row.stage} is not mapped`);
  const { evaluator, newId } = deps;
  const calendars = await calendarsFor(em, graph);
  const { deploymentId } = process;
  const planner = createPlanner({ graph, deploymentId, instanceId, evaluator, newId, calendars });
  const started = { at: times.startedAt, actorId: null };
  await planner.apply({ type: 'start', variables: deal.variables }, started);
  const stand = target.kind === 'live' ? target.node : mapping.engaged;
  if (stand !== null) await moveOne(planner, graph, stand, started);
  if (times.closedAt !== null) {
    const closed = { at: times.closedAt, actorId: null };
    // a drawing may have opened several branches; each of them ends
    for (let token = movable(planner); token !== null; token = movable(planner))
      await planner.apply({ type: 'move', token, to: idOf(graph, target.node) }, closed);
  }
  const assignments = new Map<number, TaskAssignment>();
  for (const task of planner.tasks) {
    const at = new Date(task.at).toISOString();
    const variables = planner.state ? tokenVariables(planner.state, task.token) : deal.variables;
    const context = { graph, node: task.node, instanceId, variables, at };
    const owners = isOwnersTask(graph, task.node);
    assignments.set(
      task.token,
      owners ? { assigneeId: deal.ownerId, candidates: [`p:${deal.ownerId}`] } : await deps.assign(em, context),
    );
  }
  return withPresentClocks(planner.plan({ assignments, audit: [deal.audit] }), times.startedAt, deps.now());
}

async function moveOne(
  planner: Planner,
  graph: ProcessGraph,
  node: number,
  occasion: { at: number; actorId: null },
): Promise<void> {
  const token = movable(planner);
  const standing = planner.state?.tokens.find((one) => one.id === token);
  if (token === null || standing?.node === node) return;
  await planner.apply({ type: 'move', token, to: idOf(graph, node) }, occasion);
}

/** A token that waits directly in the process, people's tasks first; watchers of boundary events cannot be moved. */
function movable(planner: Planner): number | null {
  const state = planner.state;
  if (state === null || state.status !== 'active') return null;
  const root = state.scopes.find((scope) => scope.parent === -1)?.id;
  const tokens = state.tokens.filter((token) => token.scope === root && token.data?.['on'] === undefined);
  const tasks = new Set(planner.tasks.map((task) => task.token));
  return (tokens.find((token) => tasks.has(token.id)) ?? tokens[0])?.id ?? null;
}

function idOf(graph: ProcessGraph, node: number): string {
  return graph.nodes[node]?.id ?? '';
}

/** Due dates and timers count from the import: what ran out years ago would all fire at once, and tell nobody anything. */
function withPresentClocks(plan: CommitPlan, startedAt: number, importedAt: number): CommitPlan {
  const later = Math.max(0, importedAt - startedAt);
  const shift = (at: string) => new Date(Date.parse(at) + later).toISOString();
  return {
    ...plan,
    tasks: plan.tasks.map((task) => ({ ...task, dueAt: task.dueAt === null ? null : shift(task.dueAt) })),
    jobs: plan.jobs.map((job) => (job.kind === 'timer' ? { ...job, dueAt: shift(job.dueAt) } : job)),
  };
}
