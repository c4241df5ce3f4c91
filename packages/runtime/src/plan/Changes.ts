import type { Command, Effect, State, StepResult } from '@dealwright/engine';
import {
  DELIVERY,
  type CommitPlan,
  type JobKind,
  type NewJob,
  type NewSubscription,
  standingTokens,
} from '@dealwright/store';
import type { PlannerOptions } from './createPlanner.ts';
import { hasTask } from './hasTask.ts';
import { historyRows, type HistoryRow } from './historyRows.ts';
import { instant } from './instant.ts';
import type { Occasion, PlannedTask, PlannedWait } from './Planner.ts';
import { processVariables } from './visibleVariables.ts';

type Released = CommitPlan['released'][number];
type Position = CommitPlan['positions'][number];
type Incident = CommitPlan['incidents'][number];
/** A job that a token waits for. */
type WaitingJob = NewJob & { readonly kind: 'timer' | 'connector' };

/** What has changed since the planner was made; what came and went in between leaves only its history. */
export class Changes {
  readonly tasks = new Map<number, PlannedTask>();
  readonly waits = new Map<number, PlannedWait>();
  readonly jobs = new Map<number, NewJob>();
  readonly subscriptions = new Map<number, NewSubscription>();
  readonly incidents = new Map<number, Incident>();
  readonly positions = new Map<number, Position>();
  readonly history: HistoryRow[] = [];
  readonly deliveries: NewJob[] = [];
  finish: Extract<Effect, { type: 'finish' }> | null = null;
  readonly #released = new Map<number, Released['reason']>();
  readonly #options: PlannerOptions;
  #hops = 0;

  constructor(options: PlannerOptions) {
    this.#options = options;
  }

  add(before: State | null, command: Command, result: StepResult, occasion: Occasion): void {
    for (const effect of result.effects) this.#effect(effect, before, result, occasion);
    const stood = new Set(before ? standingTokens(before).map((token) => token.id) : []);
    for (const token of standingTokens(result.state)) {
      if (stood.has(token.id)) continue;
      this.positions.set(token.id, {
        token: token.id,
        nodeId: this.#nodeId(token.node),
        since: instant(occasion.at),
      });
    }
    const { graph, loaded } = this.#options;
    const revision = loaded?.revision ?? 0;
    this.history.push(...historyRows(graph, revision, this.history.length, command, result, occasion));
  }

  /** Waits that ended, and tokens that were there at first and are gone without having waited. */
  released(first: State | null, last: State): Released[] {
    const left = new Set(last.tokens.map((token) => token.id));
    const released = new Map(this.#released);
    for (const token of first?.tokens ?? []) {
      if (!left.has(token.id) && !released.has(token.id)) released.set(token.id, 'done');
    }
    const before = new Map(first?.tokens.map((token) => [token.id, token]));
    return [...released].map(([token, reason]) => ({
      token,
      reason,
      task: hasTask(this.#options.graph, before.get(token)),
    }));
  }

  #effect(effect: Effect, before: State | null, result: StepResult, { at, actorId, hops = 0 }: Occasion): void {
    this.#hops = hops;
    switch (effect.type) {
      case 'createTask': {
        const { token, node } = effect;
        this.tasks.set(token, { token, node, nodeId: this.#nodeId(node), at });
        return;
      }
      case 'createJob': {
        const connector = this.#options.graph.nodes[effect.node]?.business.connector ?? null;
        const payload = { nodeId: this.#nodeId(effect.node), input: effect.variables };
        const queue = `connector:${connector?.type ?? ''}`;
        const priority = connector?.priority ?? 0;
        this.#job(
          effect,
          { kind: 'connector', queue, priority, payload, maxAttempts: (connector?.retries ?? 0) + 1 },
          at,
        );
        return;
      }
      case 'subscribe':
        this.#subscribe(effect);
        return;
      case 'release':
        this.#release(effect, before, at);
        return;
      case 'sendMessage': {
        const { name, correlation, payload } = effect;
        this.#deliver('message', at, effect.node, { name, correlation, payload, actorId });
        return;
      }
      case 'broadcastSignal': {
        const { name, payload, toOwn } = effect;
        this.#deliver('signal', at, effect.node, { name, payload, toOwn, actorId });
        return;
      }
      case 'startProcess': {
        const { token, processId, binding, variables } = effect;
        this.#wait(effect, 'call');
        this.#deliver('start', at, effect.node, { processId, binding, variables, actorId, parentToken: token });
        return;
      }
      case 'escalate':
        this.#escalate(effect, at, actorId);
        return;
      case 'raiseIncident': {
        const { token, code, message } = effect;
        this.#wait(effect, 'incident');
        this.incidents.set(token, {
          id: this.#options.newId(),
          token,
          nodeId: this.#nodeId(effect.node),
          code,
          message,
        });
        return;
      }
      case 'finish':
        this.finish = effect;
        this.#return(effect, result, at);
    }
  }

  #subscribe({ token, node, to }: Extract<Effect, { type: 'subscribe' }>): void {
    const wait = { token, node };
    if (to.kind === 'timer') {
      this.#job(wait, { kind: 'timer', payload: { nodeId: this.#nodeId(node) }, maxAttempts: 3 }, to.due);
      return;
    }
    this.#wait(wait, to.kind);
    const correlation = to.kind === 'message' ? to.correlation : null;
    this.subscriptions.set(token, { token, kind: to.kind, name: to.name, correlation });
  }

  #release({ token, reason }: Extract<Effect, { type: 'release' }>, before: State | null, at: number): void {
    this.tasks.delete(token);
    this.jobs.delete(token);
    this.subscriptions.delete(token);
    this.incidents.delete(token);
    this.waits.delete(token);
    const { loaded, graph } = this.#options;
    if (!loaded?.state.tokens.some((one) => one.id === token)) return;
    this.#released.set(token, reason);
    const node = before?.tokens.find((one) => one.id === token)?.node ?? -1;
    if (reason === 'cancelled' && graph.nodes[node]?.type === 'callActivity') {
      this.#deliver('cancelCall', at, node, { parentToken: token });
    }
  }

  /** A called process tells the one that called it. */
  #return(finish: Extract<Effect, { type: 'finish' }>, result: StepResult, at: number): void {
    const caller = this.#caller();
    if (!caller) return;
    const error = result.events.findLast((event) => event.type === 'error');
    this.#deliver('return', at, 0, {
      parentInstanceId: caller.callerInstanceId,
      parentToken: caller.callerToken,
      status: finish.status,
      code: error?.code ?? null,
      message: finish.message,
      variables: processVariables(result.state),
    });
  }

  /** An escalation that nothing here caught goes to the call activity that started this instance; else nobody hears it. */
  #escalate({ node, code }: Extract<Effect, { type: 'escalate' }>, at: number, actorId: string | null): void {
    const caller = this.#caller();
    if (caller) this.#deliver('escalate', at, node, { ...caller, code, actorId });
  }

  #caller(): { readonly callerInstanceId: string; readonly callerToken: number } | null {
    const { loaded, parent } = this.#options;
    const id = loaded ? loaded.parentInstanceId : (parent?.instanceId ?? null);
    const token = loaded ? loaded.parentToken : (parent?.token ?? null);
    return id === null || token === null ? null : { callerInstanceId: id, callerToken: token };
  }

  #job(wait: { token: number; node: number }, job: Omit<WaitingJob, 'token' | 'dueAt'>, due: number): void {
    this.#wait(wait, job.kind);
    this.jobs.set(wait.token, { token: wait.token, dueAt: instant(due), ...job });
  }

  #wait({ token, node }: { token: number; node: number }, kind: PlannedWait['kind']): void {
    this.waits.set(token, { token, nodeId: this.#nodeId(node), kind });
  }

  #deliver(kind: JobKind, at: number, node: number, content: object): void {
    const id = this.#options.newId();
    const payload = { nodeId: this.#nodeId(node), hops: this.#hops + 1, ...content };
    this.deliveries.push({ id, token: DELIVERY, kind, dueAt: instant(at), payload, maxAttempts: DELIVERY_ATTEMPTS });
  }

  #nodeId(index: number): string {
    const node = this.#options.graph.nodes[index];
    if (!node) throw new RangeError(`the graph of ${this.#options.graph.processId} has no node ${index}`);
    return node.id;
  }
}

const DELIVERY_ATTEMPTS = 5;
