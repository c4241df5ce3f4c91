import type { CommitPlan, InstanceRow, LoadedRow, OpenTaskFacts } from '@dealwright/store';

/** An instance as it was read or last written here, with its open tasks: what a command starts from. */
export interface HeldInstance {
  readonly row: InstanceRow;
  /** by token */
  readonly tasks: ReadonlyMap<number, OpenTaskFacts>;
}

export function heldFrom({ tasks, ...row }: LoadedRow): HeldInstance {
  const facts = tasks.map((task): [number, OpenTaskFacts] => {
    const { createdAt, claimedAt } = task;
    return [task.token, { ...task, createdAt: utc(createdAt), claimedAt: claimedAt === null ? null : utc(claimedAt) }];
  });
  return { row, tasks: new Map(facts) };
}

/** In JSON a time comes with the zone of the session. */
function utc(time: string): string {
  return new Date(time).toISOString();
}

/** What the instance is once the plan is committed; `before` is what it was made from, null for a new instance. */
export function heldAfter(before: HeldInstance | null, plan: CommitPlan): HeldInstance {
  const { instance } = plan;
  const tasks = new Map(before?.tasks);
  for (const { token } of plan.released) tasks.delete(token);
  const revision = instance.revision + 1;
  for (const { token, assigneeId, approve } of plan.tasks) {
    tasks.set(token, { token, assigneeId, claimedAt: null, approve, createdAt: plan.at, revision });
  }
  return { row: { ...instance, revision }, tasks };
}
