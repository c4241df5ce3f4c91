import type { Parameter } from '../query.ts';
import type { CommitPlan } from './CommitPlan.ts';
import { stepsOf } from './stepsOf.ts';

/** The parameters of `commit_completion`, when that can write the plan; else null. */
export function asCompletion(plan: CommitPlan): readonly Parameter[] | null {
  const { instance, closing, released, tasks, actorId, at } = plan;
  const [first, ...others] = released;
  if (!closing || others.length > 0 || first?.token !== closing.token || !first.task || first.reason !== 'done')
    return null;
  if (tasks.length > 1 || !isBare(plan)) return null;
  const [task] = tasks;
  if (task?.token === closing.token) return null;
  if (plan.positions.some(({ token }) => token !== task?.token)) return null;
  const [step, ...more] = stepsOf(plan);
  if (!step || more.length > 0 || step.at !== at || step.a !== actorId) return null;
  const { id, revision, status, outcome, stage, state, endedAt } = instance;
  return [
    id,
    revision,
    status,
    outcome,
    stage,
    JSON.stringify(state),
    endedAt,
    `${id}:${closing.token}`,
    closing.revision,
    actorId,
    at,
    closing.commandId,
    closing.ledTo,
    closing.finished,
    step.seq,
    step.y,
    step.e,
    step.k,
    step.x ? JSON.stringify(step.x) : null,
    task?.token ?? null,
    task?.nodeId ?? null,
    task?.assigneeId ?? null,
    task ? [...task.candidates] : null,
    task?.approve ?? null,
    task?.dueAt ?? null,
    task?.priority ?? null,
    task?.turn ?? null,
    task?.item ?? null,
  ];
}

/** Nothing but the instance, its tasks and its history. */
function isBare(plan: CommitPlan): boolean {
  const { jobs, subscriptions, incidents, audit, command } = plan;
  return jobs.length + subscriptions.length + incidents.length + audit.length === 0 && command === null;
}
