import type { ProcessGraph } from '@dealwright/bpmn';
import type { Command, JsonObject } from '@dealwright/engine';
import type { AuditEntry, CommitPlan, NewJob } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { observedCommit } from '../observed.ts';
import { createPlanner, type LoadedInstance } from '../plan/createPlanner.ts';
import type { Planner } from '../plan/Planner.ts';
import { tokenVariables } from '../plan/visibleVariables.ts';
import type { TaskAssignment } from '../Runtime.ts';
import { instant } from '../plan/instant.ts';

export interface Advance {
  readonly instanceId: string;
  readonly deploymentId: string;
  /** absent for an instance that is to be started */
  readonly loaded?: LoadedInstance;
  readonly parent?: { readonly instanceId: string; readonly token: number };
  readonly commands: readonly Command[];
  readonly actorId: string | null;
  readonly audit?: readonly AuditEntry[];
  readonly jobs?: readonly NewJob[];
  readonly command?: CommandLogging;
  /** the task that the command completes, as it was read */
  readonly closing?: { readonly token: number; readonly revision: number; readonly commandId: string };
}

/** The id under which the command is done once, and what it answers, which depends on where the instance got to. */
export interface CommandLogging {
  readonly id: string;
  readonly result: (plan: Pick<CommitPlan, 'instance' | 'tasks'>) => object;
}

/**
 * Applies commands to one instance and commits everything that follows in one statement, in the unit's transaction.
 * The instance must have been locked by `lockInstance`, unless it is new.
 */
export async function advance(core: Core, unit: Unit, what: Advance): Promise<CommitPlan> {
  const plan = await planAdvance(core, unit, what);
  await observedCommit(core.options.observe, unit.em, [plan]);
  unit.committed(plan);
  return plan;
}

/** What commands lead to for one instance, not committed yet. */
export async function planAdvance(
  core: Core,
  unit: Pick<Unit, 'em' | 'evaluator' | 'hops'>,
  what: Advance,
): Promise<CommitPlan> {
  const { options } = core;
  const { graph, decisions, calendars } = await core.graphs.load(unit.em, what.deploymentId);
  const planner = createPlanner({
    graph,
    decisions,
    ...(calendars.length > 0 ? { calendars: await core.calendars.get(unit.em, calendars) } : {}),
    deploymentId: what.deploymentId,
    instanceId: what.instanceId,
    evaluator: unit.evaluator,
    newId: options.newId,
    ...(what.loaded ? { loaded: what.loaded } : {}),
    ...(what.parent ? { parent: what.parent } : {}),
  });
  const at = options.now();
  for (const command of what.commands) {
    await planner.apply(command, { at, actorId: what.actorId, hops: unit.hops });
  }
  const assignments = await assignTasks(core, unit, graph, planner);
  return logged(planner.plan({ assignments, audit: what.audit ?? [], jobs: what.jobs ?? [] }), what);
}

function logged(plan: CommitPlan, { command, closing }: Pick<Advance, 'command' | 'closing'>): CommitPlan {
  if (closing) {
    const ledTo = plan.tasks.map(({ token }) => token);
    return { ...plan, closing: { ...closing, ledTo, finished: plan.instance.status !== 'active' } };
  }
  return command ? { ...plan, command: { id: command.id, result: command.result(plan) } } : plan;
}

async function assignTasks(
  core: Core,
  { em, evaluator }: Pick<Unit, 'em' | 'evaluator'>,
  graph: ProcessGraph,
  planner: Planner,
): Promise<Map<number, TaskAssignment>> {
  const assignments = new Map<number, TaskAssignment>();
  const { state, instanceId } = planner;
  if (!state) return assignments;
  for (const { token, node, at } of planner.tasks) {
    const variables = tokenVariables(state, token);
    const evaluate = (expression: string, given: JsonObject) => evaluator.evaluate(expression, given, at);
    const context = { graph, node, instanceId, variables, at: instant(at), evaluate };
    assignments.set(token, await core.options.assign(em, context));
  }
  return assignments;
}
