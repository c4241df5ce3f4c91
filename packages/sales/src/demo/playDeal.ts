import type { JsonObject } from '@dealwright/engine';
import type { PlannedTask, Planner, TaskAssignment } from '@dealwright/runtime';
import { around } from './random.ts';
import type { Scene, Story } from './Story.ts';

export interface Play {
  readonly planner: Planner;
  readonly story: Story;
  readonly scene: Omit<Scene, 'at' | 'round'>;
  readonly variables: JsonObject;
  /** epoch milliseconds */
  readonly startedAt: number;
  readonly now: number;
  /** whose work a task is, by element id */
  readonly actorOf: (nodeId: string) => string;
}

/**
 * Plays a deal through the real executor until now: people's tasks are completed after a while with what the story says
 * they enter, timers fire when they are due, machine work is done at once. Gives all values entered, later ones over
 * earlier ones.
 */
export async function playDeal(play: Play): Promise<JsonObject> {
  const { planner, story, now } = play;
  const random = play.scene.random;
  const due = new Map<number, number>();
  const rounds = new Map<string, number>();
  let entered: JsonObject = {};
  let clock = play.startedAt;
  await planner.apply({ type: 'start', variables: play.variables }, { at: clock, actorId: play.actorOf('') });
  for (;;) {
    const connector = planner.waits.find((wait) => wait.kind === 'connector');
    if (connector) {
      clock += 1000;
      await planner.apply({ type: 'complete', token: connector.token, variables: {} }, { at: clock, actorId: null });
      continue;
    }
    for (const task of planner.tasks)
      if (!due.has(task.token)) due.set(task.token, finishTime(play, task, around(random, actOf(story, task).hours)));
    const next = planner.tasks.toSorted((a, b) => (due.get(a.token) ?? 0) - (due.get(b.token) ?? 0))[0];
    const taskAt = next ? (due.get(next.token) ?? Infinity) : Infinity;
    const timer = nextTimer(planner);
    if (timer && timer.at <= now && timer.at <= taskAt) {
      clock = timer.at;
      await planner.apply({ type: 'trigger', token: timer.token, variables: {} }, { at: clock, actorId: null });
      continue;
    }
    if (!next || taskAt > now) return entered;
    clock = Math.max(taskAt, clock);
    const round = rounds.get(next.nodeId) ?? 0;
    rounds.set(next.nodeId, round + 1);
    const values = actOf(story, next).values({ ...play.scene, at: clock, round });
    entered = { ...entered, ...values };
    const variables = values['deal_value'] === undefined ? values : { ...values, amount: values['deal_value'] };
    await planner.apply(
      { type: 'complete', token: next.token, variables },
      { at: clock, actorId: play.actorOf(next.nodeId) },
    );
  }
}

function actOf(story: Story, task: PlannedTask) {
  const act = story[task.nodeId];
  if (!act) throw new Error(`the demo does not know what people do at ${task.nodeId}`);
  return act;
}

function finishTime(play: Play, task: PlannedTask, takes: number): number {
  return task.nodeId === play.scene.heldAt ? Infinity : task.at + takes;
}

/** The timer that is due first; a plan knows when. */
function nextTimer(planner: Planner): { readonly token: number; readonly at: number } | null {
  if (!planner.waits.some((wait) => wait.kind === 'timer')) return null;
  const anybody: TaskAssignment = { assigneeId: null, candidates: ['r:manager'] };
  const { jobs } = planner.plan({ assignments: new Map(planner.tasks.map((task) => [task.token, anybody])) });
  const timers = jobs
    .filter((job) => job.kind === 'timer')
    .map((job) => ({ token: job.token, at: Date.parse(job.dueAt) }));
  return timers.toSorted((a, b) => a.at - b.at)[0] ?? null;
}
