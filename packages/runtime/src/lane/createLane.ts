import { type EvaluationMemory, evaluationMemory, PendingEvaluation } from '@dealwright/expression';
import {
  CommandRepeated,
  type CommitPlan,
  DatabaseError,
  type EntityManager,
  loadInstances,
  StaleInstance,
} from '@dealwright/store';
import type { Unit } from '../Core.ts';
import { createHolder } from './createHolder.ts';
import type { Errand, LaneOptions, Waiting } from './Errand.ts';
import { heldAfter, heldFrom, type HeldInstance } from './HeldInstance.ts';

export interface Lane {
  /** Runs a command; answers when it is committed and what follows from it has been tried. */
  submit<Result>(errand: Errand<Result>): Promise<Result>;
  /** what is held of an instance may be behind */
  forget(instanceId: string): void;
}

export interface LaneHooks {
  readonly evaluator: (memory: EvaluationMemory) => Unit['evaluator'];
  /** evaluates what takes long, while nothing waits for it but the command */
  readonly evaluate: (pending: PendingEvaluation, memory: EvaluationMemory) => Promise<void>;
  readonly commit: (em: EntityManager, plans: readonly CommitPlan[]) => Promise<void>;
  /** tells of committed plans and does what follows from them; must not throw */
  readonly committed: (plan: CommitPlan, hops: number) => Promise<void>;
}

/** PostgreSQL breaks a deadlock by refusing one of those in it: that one tries again. */
function isDeadlock(error: unknown): boolean {
  return error instanceof DatabaseError && error.sqlState === '40P01';
}

/** How often a command is begun again because others were quicker. */
const ATTEMPTS = 20;
const HELD = 2_000;

/**
 * Commands that need no transaction of their own: read, stepped and committed together with whatever else has come
 * meanwhile, in one statement. A lone command waits for nobody. Those of one instance go one after another.
 *
 * Nothing is locked while a command is worked out: the commit says from which revision, and is refused when that was
 * not the latest; then the command is begun again. Where one of a statement's commands is refused, none of it was
 * written, and the others go again.
 */
export function createLane(options: LaneOptions, hooks: LaneHooks): Lane {
  const holder = createHolder(HELD);
  const busy = new Set<string>();
  let queue: Waiting[] = [];
  let inFlight = 0;
  let gathering = false;
  /** one for all statements: each is on its own, in no transaction */
  let shared: EntityManager | undefined;

  /** What is begun at the same moment goes together: the callers of a statement that has ended, most of all. */
  function gather(): void {
    if (gathering) return;
    gathering = true;
    queueMicrotask(() => {
      gathering = false;
      pump();
    });
  }

  function pump(): void {
    while (inFlight < options.inFlight) {
      const batch = nextBatch();
      if (batch.length === 0) return;
      inFlight++;
      for (const { errand } of batch) busy.add(errand.instanceId);
      void run(batch).finally(() => {
        inFlight--;
        for (const { errand } of batch) busy.delete(errand.instanceId);
        pump();
      });
    }
  }

  /** The oldest that may go now, each of another instance. */
  function nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const taken = new Set<string>();
    const left: Waiting[] = [];
    for (const waiting of queue) {
      const id = waiting.errand.instanceId;
      const fits = batch.length < options.most && (batch.length === 0 || (!waiting.alone && !batch[0]?.alone));
      if (fits && !busy.has(id) && !taken.has(id)) batch.push(waiting);
      else left.push(waiting);
      taken.add(id);
    }
    queue = left;
    return batch;
  }

  async function run(batch: readonly Waiting[]): Promise<void> {
    let em: EntityManager;
    let held: ReadonlyMap<string, HeldInstance>;
    try {
      em = shared ??= options.em();
      held = await hold(em, batch);
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
      return;
    }
    const ready: { waiting: Waiting; plan: CommitPlan; result: unknown }[] = [];
    // side by side: what they look up, they look up together
    const all = await Promise.all(
      batch.map((waiting) => prepare(em, waiting, held.get(waiting.errand.instanceId) ?? null)),
    );
    for (const [at, waiting] of batch.entries()) {
      const prepared = all[at];
      if (prepared?.plan) ready.push({ waiting, ...prepared });
      else if (prepared) waiting.resolve(prepared.result);
    }
    if (ready.length === 0) return;
    try {
      await hooks.commit(
        em,
        ready.map(({ plan }) => plan),
      );
    } catch (error) {
      refused(
        error,
        ready.map(({ waiting }) => waiting),
      );
      return;
    }
    for (const { waiting, plan, result } of ready) {
      holder.put(heldAfter(held.get(plan.instance.id) ?? null, plan));
      const following = hooks.committed(plan, waiting.errand.hops ?? 0);
      void following.then(() => waiting.resolve(result));
    }
  }

  async function hold(em: EntityManager, batch: readonly Waiting[]): Promise<Map<string, HeldInstance>> {
    const held = new Map<string, HeldInstance>();
    const missing: string[] = [];
    for (const { errand } of batch) {
      const known = holder.get(errand.instanceId);
      if (known) held.set(errand.instanceId, known);
      else missing.push(errand.instanceId);
    }
    if (missing.length === 0) return held;
    for (const row of await loadInstances(em, missing)) held.set(row.id, heldFrom(row));
    return held;
  }

  async function prepare(em: EntityManager, waiting: Waiting, held: HeldInstance | null) {
    const { errand, memory } = waiting;
    const unit = { em, hops: errand.hops ?? 0, evaluator: hooks.evaluator(memory) };
    try {
      return await errand.prepare(held, unit);
    } catch (error) {
      if (error instanceof PendingEvaluation) {
        void hooks.evaluate(error, memory).then(
          () => enqueue(waiting),
          (failure: unknown) => waiting.reject(failure),
        );
      } else if (held && holder.get(errand.instanceId) === held) {
        // what it was refused for may not be so any more
        holder.drop(errand.instanceId);
        again([waiting], error);
      } else waiting.reject(error);
      return null;
    }
  }

  /** Nothing of the statement was written. */
  function refused(error: unknown, all: readonly Waiting[]): void {
    for (const { errand } of all) holder.drop(errand.instanceId);
    const quicker = error instanceof StaleInstance || error instanceof CommandRepeated || isDeadlock(error);
    if (!quicker && !(error instanceof DatabaseError)) {
      for (const waiting of all) waiting.reject(error);
      return;
    }
    // one that can't be written must not keep the others from it
    if (!quicker && all.length === 1) {
      for (const waiting of all) waiting.reject(error);
      return;
    }
    if (!quicker) for (const waiting of all) waiting.alone = true;
    again(all, error);
  }

  function again(all: readonly Waiting[], error: unknown): void {
    for (const waiting of all) {
      if (++waiting.attempts >= ATTEMPTS) waiting.reject(error);
      else enqueue(waiting);
    }
  }

  function enqueue(waiting: Waiting): void {
    queue.push(waiting);
    gather();
  }

  return {
    submit: <Result>(errand: Errand<Result>) =>
      new Promise<Result>((resolve, reject) => {
        const answer = (result: unknown) => resolve(result as Result);
        enqueue({ errand, memory: evaluationMemory(), attempts: 0, alone: false, resolve: answer, reject });
      }),
    forget: (instanceId) => holder.drop(instanceId),
  };
}
