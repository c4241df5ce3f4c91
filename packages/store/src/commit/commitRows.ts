import type { CommitPlan, NewTask } from './CommitPlan.ts';
import { standingTokens } from './standingTokens.ts';

/** What the commit statement is given: the rows of all plans, table by table. Short keys: they are sent per row. */
export interface CommitRows {
  readonly instances: object[];
  readonly released: object[];
  readonly positions: object[];
  readonly tasks: object[];
  readonly worklist: object[];
  readonly jobs: object[];
  readonly subscriptions: object[];
  readonly incidents: object[];
  readonly history: object[];
  readonly audit: object[];
  readonly commands: object[];
}

/** Flattens plans. `n` in each row is the plan's number, by which the statement drops what a repeated command brings. */
export function commitRows(plans: readonly CommitPlan[]): CommitRows {
  const rows: CommitRows = {
    instances: [],
    released: [],
    positions: [],
    tasks: [],
    worklist: [],
    jobs: [],
    subscriptions: [],
    incidents: [],
    history: [],
    audit: [],
    commands: [],
  };
  plans.forEach((plan, n) => addPlan(rows, plan, n));
  return rows;
}

function addPlan(rows: CommitRows, plan: CommitPlan, n: number): void {
  const { instance, at } = plan;
  const i = instance.id;
  rows.instances.push({ n, ...instance, command: plan.command?.id ?? null });
  const standing = new Set(standingTokens(instance.state).map((token) => token.id));
  const renewed = new Set(plan.tasks.map((task) => task.token));
  for (const { token, reason } of plan.released) {
    const task = renewed.has(token) ? null : reason === 'done' ? 'completed' : 'cancelled';
    rows.released.push({ n, i, token, task, stays: standing.has(token), reason, actor: plan.actorId, at });
  }
  for (const position of plan.positions) rows.positions.push({ n, i, ...position });
  for (const task of plan.tasks) {
    rows.tasks.push({ n, i, ...task, at });
    for (const principal of principalsOf(task)) {
      rows.worklist.push({ n, principal, due: task.dueAt ?? 'infinity', task: `${i}:${task.token}` });
    }
  }
  for (const job of plan.jobs) rows.jobs.push({ n, i, ...job, id: job.id ?? `${i}:${job.token}` });
  for (const subscription of plan.subscriptions) rows.subscriptions.push({ n, i, ...subscription, at });
  for (const incident of plan.incidents) rows.incidents.push({ n, i, ...incident, at });
  for (const { actorId = plan.actorId, ...event } of plan.history) {
    rows.history.push({ n, i, ...event, actor: actorId });
  }
  for (const { actorId = plan.actorId, ...entry } of plan.audit) rows.audit.push({ n, at, ...entry, actor: actorId });
  if (plan.command) rows.commands.push({ n, i, ...plan.command, at });
}

/** Whose worklist shows the task: the assignee's alone when there is one, else every candidate's. */
export function principalsOf(task: Pick<NewTask, 'assigneeId' | 'candidates'>): readonly string[] {
  return task.assigneeId === null ? [...new Set(task.candidates)] : [`p:${task.assigneeId}`];
}
