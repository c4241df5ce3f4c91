import { compile, parseModel, type ProcessGraph } from '../../../packages/bpmn/src/index.ts';
import { idOf } from '../../../packages/bpmn/src/moddle/BpmnElement.ts';
import {
  CommandRefused,
  step,
  type Command,
  type Effect,
  type JsonObject,
} from '../../../packages/engine/src/index.ts';
import { createEvaluator, type Evaluator } from '../../../packages/expression/src/index.ts';
import { processesOf } from '../modelTree.ts';
import {
  REST_LIMIT,
  Restless,
  type Execution,
  type ExecutionOptions,
  type InstanceRecord,
  type Refusal,
} from './Execution.ts';
import { PureInstance, type Wait } from './PureInstance.ts';
import { refusalOf } from './refusalOf.ts';
import { noScript, ScriptRecorder, type LogEntry } from './ScriptRecorder.ts';
import { startsOf } from './startsOf.ts';
import { TimerStarts } from './TimerStarts.ts';

/** Something to be done once what goes on now is done. */
type Delivery = () => Promise<void>;

/** 1 January 2026 */
const BEGINNING = Date.UTC(2026, 0, 1);

/**
 * Many instances of several processes on the pure engine: keeps what the effects ask for, delivers messages to whoever
 * has waited longest, signals to all, runs called processes, and completes the tasks that nobody holds.
 */
export class PureExecution implements Execution {
  now = BEGINNING;
  readonly #scripts: ScriptRecorder;
  readonly #evaluator: Evaluator;
  readonly #held: ReadonlySet<string>;
  readonly #graphs = new Map<string, ProcessGraph>();
  readonly #instances: PureInstance[] = [];
  /** messages that nobody waited for yet */
  readonly #kept: Extract<Effect, { type: 'sendMessage' }>[] = [];
  readonly #queue: Delivery[] = [];
  readonly #timerStarts: TimerStarts;
  #commands = 0;

  constructor(options: ExecutionOptions = {}) {
    this.#scripts = new ScriptRecorder(options.script ?? noScript);
    this.#evaluator = this.#scripts.bind(createEvaluator());
    this.#timerStarts = new TimerStarts(this.#evaluator);
    this.#held = options.held ?? new Set();
  }

  get log(): readonly LogEntry[] {
    return this.#scripts.kept;
  }

  async deploy(xml: string): Promise<Refusal | null> {
    try {
      const model = await parseModel(xml);
      for (const process of processesOf(model)) this.#graphs.set(idOf(process), compile(model, idOf(process)));
      for (const graph of this.#graphs.values()) await this.#timerStarts.arm(graph, this.now);
      return null;
    } catch (error) {
      return refusalOf(error);
    }
  }

  async start(processId: string, variables: JsonObject, startNode?: string): Promise<void> {
    await this.#begin(processId, variables, startNode === undefined ? {} : { startNode });
    await this.#rest();
  }

  async trigger(element: string): Promise<boolean> {
    for (const instance of this.#instances) {
      const wait = instance.waits.find((one) => one.element === element);
      if (!wait) continue;
      await this.#happen(instance, wait);
      await this.#rest();
      return true;
    }
    return false;
  }

  async advanceTo(time: number): Promise<void> {
    for (let due = this.#nextDue(time); due; due = this.#nextDue(time)) {
      this.now = Math.max(this.now, due.at);
      await due.fire();
      await this.#rest();
    }
    this.now = Math.max(this.now, time);
  }

  async instances(): Promise<readonly InstanceRecord[]> {
    return this.#instances.map((instance) => instance.record());
  }

  async close(): Promise<void> {
    await this.#evaluator.dispose();
  }

  async #begin(
    processId: string,
    variables: JsonObject,
    at: { readonly startNode?: string; readonly startEvent?: number },
    caller: PureInstance['caller'] = null,
  ): Promise<void> {
    const graph = this.#graphs.get(processId);
    if (!graph) throw new RangeError(`no process ${processId}`);
    const instance = new PureInstance(graph, caller);
    this.#instances.push(instance);
    await this.#dispatch(instance, { type: 'start', variables, ...at });
  }

  /** Works through everything that follows; when nothing moves any more, completes the open task that came first. */
  async #rest(): Promise<void> {
    for (;;) {
      const delivery = this.#queue.shift() ?? this.#nextTask();
      if (!delivery) return;
      await delivery();
    }
  }

  #nextTask(): Delivery | null {
    let first: { instance: PureInstance; wait: Wait } | null = null;
    for (const instance of this.#instances) {
      for (const wait of instance.waits) {
        const open = (wait.kind === 'task' || wait.kind === 'job') && !this.#held.has(wait.element);
        if (open && (!first || wait.order < first.wait.order)) first = { instance, wait };
      }
    }
    if (!first) return null;
    const { instance, wait } = first;
    return () => this.#happen(instance, wait);
  }

  async #happen(instance: PureInstance, { kind, token }: Wait): Promise<void> {
    const type = kind === 'task' || kind === 'job' ? 'complete' : 'trigger';
    await this.#dispatch(instance, { type, token, variables: {} });
  }

  async #dispatch(instance: PureInstance, command: Command): Promise<void> {
    this.#commands += 1;
    if (this.#commands > REST_LIMIT) throw new Restless();
    try {
      const { now } = this;
      const result = await this.#evaluator.settle(now, (env) => step(instance.graph, instance.state, command, env));
      this.#scripts.keep();
      const effects = instance.take(result, now);
      for (const effect of effects) this.#follow(instance, effect);
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error;
      instance.refused(error);
    }
  }

  #follow(instance: PureInstance, effect: Effect): void {
    switch (effect.type) {
      case 'sendMessage':
        this.#queue.push(() => this.#deliverMessage(effect));
        return;
      case 'broadcastSignal':
        this.#queue.push(() => this.#deliverSignal(effect, instance));
        return;
      case 'subscribe':
        if (effect.to.kind === 'message') this.#offerKept(effect.to.name);
        return;
      case 'startProcess':
        this.#queue.push(() => this.#call(instance, effect));
        return;
      case 'escalate': {
        const { caller } = instance;
        if (!caller) return;
        const { token } = caller;
        this.#queue.push(() => this.#answer(caller, { type: 'escalate', token, code: effect.code, variables: {} }));
        return;
      }
      case 'finish':
        this.#finish(instance, effect);
        return;
      case 'release':
        if (effect.reason === 'cancelled') this.#withdraw(instance, effect.token);
        return;
      case 'createTask':
      case 'createJob':
      case 'raiseIncident':
        return;
      default:
        effect satisfies never;
    }
  }

  async #deliverMessage(message: Extract<Effect, { type: 'sendMessage' }>): Promise<void> {
    const { name, correlation, payload } = message;
    for (const instance of this.#instances) {
      const wait = instance.waits.find(
        ({ to }) => to?.kind === 'message' && to.name === name && to.correlation === correlation,
      );
      if (!wait) continue;
      await this.#dispatch(instance, { type: 'trigger', token: wait.token, variables: payload });
      return;
    }
    for (const [processId, graph] of this.#graphs) {
      const start = startsOf(graph).find(({ event }) => event.kind === 'message' && event.name === name);
      if (!start) continue;
      await this.#begin(processId, payload, { startNode: start.node.id, startEvent: start.at });
      return;
    }
    this.#kept.push(message);
  }

  #offerKept(name: string): void {
    const at = this.#kept.findIndex((message) => message.name === name);
    const [message] = at < 0 ? [] : this.#kept.splice(at, 1);
    if (message) this.#queue.push(() => this.#deliverMessage(message));
  }

  /**
   * To everyone who waits when it is thrown, but for the instance that threw it, which has heard it; who comes to wait
   * because of it does not get it. An instance that waits at a start event for its other triggers goes before a new one.
   */
  async #deliverSignal({ name, payload, toOwn }: Extract<Effect, { type: 'broadcastSignal' }>, thrower: PureInstance) {
    const reached = this.#instances
      .filter((instance) => toOwn || instance !== thrower)
      .flatMap((instance) =>
        instance.waits.flatMap((wait) =>
          wait.to?.kind === 'signal' && wait.to.name === name ? [{ instance, wait }] : [],
        ),
      );
    for (const instance of new Set(reached.map((one) => one.instance))) {
      await this.#dispatch(instance, { type: 'signal', name, variables: payload });
    }
    for (const [processId, graph] of this.#graphs) {
      for (const { node, event, at } of startsOf(graph)) {
        if (event.kind !== 'signal' || event.name !== name) continue;
        if (reached.some(({ wait, instance }) => instance.graph === graph && wait.element === node.id)) continue;
        await this.#begin(processId, payload, { startNode: node.id, startEvent: at });
      }
    }
  }

  async #call(instance: PureInstance, effect: Extract<Effect, { type: 'startProcess' }>): Promise<void> {
    if (!instance.waits.some((wait) => wait.token === effect.token)) return;
    if (this.#graphs.has(effect.processId)) {
      await this.#begin(effect.processId, effect.variables, {}, { instance, token: effect.token });
    } else instance.missingProcess(effect.node, effect.processId);
  }

  #finish(instance: PureInstance, { status, errorCode }: Extract<Effect, { type: 'finish' }>): void {
    const { caller } = instance;
    if (!caller) return;
    const { token } = caller;
    const command: Command =
      status === 'failed'
        ? { type: 'error', token, code: errorCode ?? '', message: '' }
        : { type: 'complete', token, variables: instance.variables };
    this.#queue.push(() => this.#answer(caller, command));
  }

  async #answer({ instance, token }: NonNullable<PureInstance['caller']>, command: Command): Promise<void> {
    if (instance.waits.some((wait) => wait.token === token)) await this.#dispatch(instance, command);
  }

  #withdraw(instance: PureInstance, token: number): void {
    for (const called of this.#instances) {
      if (called.caller?.instance !== instance || called.caller.token !== token || !called.active) continue;
      this.#queue.push(() => this.#dispatch(called, { type: 'cancel', reason: 'caller' }));
    }
  }

  #nextDue(until: number): { readonly at: number; readonly fire: Delivery } | null {
    let next: { at: number; fire: Delivery } | null = null;
    for (const instance of this.#instances) {
      for (const wait of instance.waits) {
        if (wait.to?.kind !== 'timer' || wait.to.due > until || (next && next.at <= wait.to.due)) continue;
        next = { at: wait.to.due, fire: () => this.#happen(instance, wait) };
      }
    }
    const { nextDue: at } = this.#timerStarts;
    return at <= until && (!next || at < next.at) ? { at, fire: () => this.#startByTimer() } : next;
  }

  async #startByTimer(): Promise<void> {
    const { processId, ...at } = await this.#timerStarts.take(this.now);
    await this.#begin(processId, {}, at);
  }
}
