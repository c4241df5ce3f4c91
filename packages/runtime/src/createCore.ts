import { CommandRefused } from '@dealwright/engine';
import { type EvaluationMemory, evaluationMemory, type Evaluator, PendingEvaluation } from '@dealwright/expression';
import {
  CommandRepeated,
  type CommitPlan,
  DatabaseError,
  DELIVERY,
  StaleInstance,
  transaction,
} from '@dealwright/store';
import { createCalendars } from './Calendars.ts';
import type { Core, Unit } from './Core.ts';
import { CommandRejected } from './errors/CommandRejected.ts';
import { createGraphs } from './Graphs.ts';
import { LONGEST_POLL_MS } from './jobs/startWorker.ts';
import { createLane } from './lane/createLane.ts';
import { observedCommit } from './observed.ts';
import { instant } from './plan/instant.ts';
import type { RuntimeChange, RuntimeOptions } from './Runtime.ts';

/** What has to be done once a transaction is committed. */
export interface FollowUps {
  readonly jobIds: string[];
  /** names of messages that were kept, or that instances have come to wait for: some may now meet */
  readonly messageNames: Set<string>;
}

export interface CoreHooks {
  /** works through what follows from a committed transaction; must not throw */
  readonly followUp: (followUps: FollowUps) => Promise<void>;
  /** stirs the workers: of this server, or of all */
  readonly wake: (whose: 'own' | 'all') => void;
}

/** PostgreSQL breaks a deadlock by refusing one of those in it: nothing was written, so that one tries again. */
const DEADLOCK = '40P01';
const ATTEMPTS = 3;
/** Commands that share a statement at most, and statements under way at once. */
const MOST = 32;
const IN_FLIGHT = 2;

/**
 * The runtime's transactions. `transact` answers when what follows within the engine (messages to other instances,
 * called processes) has been tried too; it is kept as jobs in the same transaction, so a crash in between loses nothing.
 */
export function createCore(options: RuntimeOptions, hooks: CoreHooks): Core {
  const wakeFor = (plans: readonly CommitPlan[]): void => {
    const jobs = plans.flatMap((plan) => plan.jobs);
    if (jobs.length === 0) return;
    const soon = options.now() + LONGEST_POLL_MS;
    const due = jobs.filter(({ dueAt }) => Date.parse(dueAt) <= soon);
    // deliveries are made here at once: for others they are none of their business
    if (due.length > 0) hooks.wake(due.some(({ token }) => token !== DELIVERY) ? 'all' : 'own');
  };
  const lane = createLane(
    { em: options.em, most: options.group?.most ?? MOST, inFlight: options.group?.inFlight ?? IN_FLIGHT },
    {
      evaluator: (memory) => unwaiting(options.evaluator, memory),
      evaluate: (pending, memory) => options.evaluator.work(pending, memory),
      commit: (em, plans) => observedCommit(options.observe, em, plans),
      async committed(plan) {
        const followUps: FollowUps = { jobIds: [], messageNames: new Set() };
        note(plan, followUps);
        options.onChange?.({ instanceId: plan.instance.id, processId: plan.instance.processId });
        wakeFor([plan]);
        if (followUps.jobIds.length > 0 || followUps.messageNames.size > 0) await hooks.followUp(followUps);
      },
    },
  );
  const run = async <Result>(
    work: (unit: Unit) => Promise<Result>,
    memory: EvaluationMemory,
    hops: number,
  ): Promise<[Result, FollowUps]> => {
    const plans: CommitPlan[] = [];
    const jobIds: string[] = [];
    const messageNames = new Set<string>();
    const changes: RuntimeChange[] = [];
    const result = await rejecting(() =>
      transaction(options.em(), (em) =>
        work({
          em,
          hops,
          evaluator: unwaiting(options.evaluator, memory),
          committed: (plan) => plans.push(plan),
          touched: (change) => changes.push(change),
          kept: (name) => messageNames.add(name),
          follow: (jobId) => jobIds.push(jobId),
        }),
      ),
    );
    const followUps: FollowUps = { jobIds, messageNames };
    for (const plan of plans) {
      note(plan, followUps);
      changes.push({ instanceId: plan.instance.id, processId: plan.instance.processId });
    }
    for (const change of changes) {
      lane.forget(change.instanceId);
      options.onChange?.(change);
    }
    if (plans.length < changes.length) hooks.wake('own');
    wakeFor(plans);
    return [result, followUps];
  };
  const runAgain = async <Result>(work: (unit: Unit) => Promise<Result>, hops = 0): Promise<[Result, FollowUps]> => {
    const memory = evaluationMemory();
    for (let attempt = 1; ;) {
      try {
        return await run(work, memory, hops);
      } catch (error) {
        // rolled back, nothing is locked: now an expression may take its time
        if (error instanceof PendingEvaluation) await options.evaluator.work(error, memory);
        else if (attempt++ === ATTEMPTS || !isWorthAnother(error)) throw error;
      }
    }
  };
  return {
    options,
    graphs: createGraphs(),
    calendars: createCalendars(options.now),
    nowIso: () => instant(options.now()),
    wake: () => hooks.wake('own'),
    dropped: [],
    async transact(work) {
      const [result, followUps] = await runAgain(work);
      await hooks.followUp(followUps);
      return result;
    },
    transactOnly: runAgain,
    submit: (errand) => rejecting(() => lane.submit(errand)),
  };
}

/** Somebody was quicker: begun again, the work sees what they have done. */
function isWorthAnother(error: unknown): boolean {
  if (error instanceof CommandRepeated || error instanceof StaleInstance) return true;
  return error instanceof DatabaseError && error.sqlState === DEADLOCK;
}

function unwaiting(evaluator: Evaluator, memory: EvaluationMemory): Unit['evaluator'] {
  const settle: Evaluator['settle'] = async (now, run) => evaluator.attempt(now, run, memory);
  return {
    settle,
    evaluate: (expression, variables, now) => settle(now, (env) => env.evaluate(expression, variables)),
  };
}

function note(plan: CommitPlan, followUps: FollowUps): void {
  for (const job of plan.jobs) if (job.token === DELIVERY && job.id !== undefined) followUps.jobIds.push(job.id);
  for (const { kind, name } of plan.subscriptions) if (kind === 'message') followUps.messageNames.add(name);
}

async function rejecting<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandRefused) throw new CommandRejected(error);
    throw error;
  }
}
