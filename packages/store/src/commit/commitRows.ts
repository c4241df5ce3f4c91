import type { CommitPlan, NewTask } from './CommitPlan.ts';
import { standingTokens } from './standingTokens.ts';
import { stepsOf } from './stepsOf.ts';

/**
 * What `commit_plans` is given: the rows of all plans, table by table, under one letter each (see `commitFunction`).
 * Short keys: they are sent per row. A table without rows is left out, and costs nothing.
 */
export type CommitRows = Readonly<Record<string, readonly object[]>>;

/** Flattens plans. `m` is always there: the instances that must be at the revision that was read. */
export function commitRows(plans: readonly CommitPlan[]): CommitRows {
  const rows: Record<string, object[]> = { m: [] };
  for (const plan of plans) addPlan(rows, plan);
  return rows;
}

function addPlan(rows: Record<string, object[]>, plan: CommitPlan): void {
  const { instance, at } = plan;
  const i = instance.id;
  const d = instance.deploymentId;
  const p = instance.processId;
  const put = (letter: string, row: object): void => void (rows[letter] ??= []).push(row);

  const { status, outcome, stage, state } = instance;
  if (instance.revision > 0) {
    put('m', { id: i, status, outcome, stage, state, rev: instance.revision, ea: instance.endedAt });
    if (status !== 'active') put('z', { i, o: outcome, ea: instance.endedAt });
  } else {
    const parent = { pi: instance.parentInstanceId, pt: instance.parentToken };
    put('n', { id: i, d, p, status, outcome, stage, state, ...parent, sa: instance.startedAt, ea: instance.endedAt });
  }
  addReleased(plan, put);
  const atTask = new Set(plan.tasks.map((task) => task.token));
  for (const { token, nodeId: n, since } of plan.positions) {
    if (!atTask.has(token)) put('p', { i, token, d, n, at: since });
  }
  for (const task of plan.tasks) addTask(plan, task, put);
  for (const {
    token,
    id = `${i}:${token}`,
    kind,
    dueAt,
    payload,
    maxAttempts,
    priority: pr = 0,
    ...job
  } of plan.jobs) {
    const q = job.queue ?? (kind === 'timer' ? kind : 'delivery');
    put('j', { id, i, p, token, kind, due: dueAt, payload, most: maxAttempts, q, pr });
  }
  for (const { token, kind, name, correlation } of plan.subscriptions) {
    put('s', { id: `${i}:${token}`, i, token, kind, name, correlation, at });
  }
  for (const { id, token, nodeId: n, code, message, jobId = null } of plan.incidents) {
    put('c', { id, i, token, n, code, message, job: jobId, at });
  }
  for (const step of stepsOf(plan)) put('h', { i, p, ...step });
  for (const { actorId = plan.actorId, subjectType: st, subjectId: si, ...entry } of plan.audit) {
    put('a', { at, ...entry, st, si, a: actorId });
  }
  if (plan.command) put('k', { i, ...plan.command, at });
}

type Put = (letter: string, row: object) => void;

function addReleased(plan: CommitPlan, put: Put): void {
  if (plan.released.length === 0) return;
  const { at, actorId: a, closing } = plan;
  const i = plan.instance.id;
  const renewed = new Set(plan.tasks.map((task) => task.token));
  let standing: Set<number> | null = null;
  for (const { token, reason, task } of plan.released) {
    if (task) {
      const s = renewed.has(token) ? null : reason === 'done' ? 'completed' : 'cancelled';
      const command =
        closing?.token === token
          ? { rev: closing.revision, c: closing.commandId, led: closing.ledTo, f: closing.finished }
          : null;
      put('x', { i, id: `${i}:${token}`, s, a, at, ...command });
      continue;
    }
    standing ??= new Set(standingTokens(plan.instance.state).map(({ id }) => id));
    // where a task comes, it says that the token stands there
    const again = renewed.has(token);
    put('o', { i, token, stays: standing.has(token) && !again, again, reason, a, at });
  }
}

function addTask(plan: CommitPlan, task: NewTask, put: Put): void {
  const { id: i, deploymentId: d, processId: p, revision } = plan.instance;
  const { token, nodeId: n, assigneeId: a, candidates: c, approve: ap, dueAt: due, priority: pr, turn, item } = task;
  const id = `${i}:${token}`;
  put('t', { id, i, token, d, p, n, a, c, ap, rev: revision + 1, at: plan.at, due, pr, turn, item });
  // an assigned one is on its assignee's list by itself
  if (a === null) for (const principal of principalsOf(task)) put('w', { p: principal, due: due ?? 'infinity', t: id });
}

/** Whose worklist shows the task: the assignee's alone when there is one, else every candidate's. */
export function principalsOf(task: Pick<NewTask, 'assigneeId' | 'candidates'>): readonly string[] {
  return task.assigneeId === null ? [...new Set(task.candidates)] : [`p:${task.assigneeId}`];
}
