import { addDuration, type ProcessGraph } from '@dealwright/bpmn';
import { step } from '../step.ts';
import type { Command } from '../types/Command.ts';
import type { Effect, Subscription } from '../types/Effect.ts';
import type { Env } from '../types/Env.ts';
import type { HistoryEvent } from '../types/HistoryEvent.ts';
import type { JsonObject } from '../types/Json.ts';
import type { State } from '../types/State.ts';
import { evaluateSimple } from './evaluateSimple.ts';

export interface SimulationOptions {
  /** epoch milliseconds at which the clock stands first; 1 January 2026 by default */
  readonly now?: number;
  readonly interpreter?: Pick<Env, 'evaluate' | 'script'>;
  /** what call activities may start, by process id */
  readonly processes?: Readonly<Record<string, ProcessGraph>>;
  /** called with each state that a step gives, before it is used */
  readonly onState?: (state: State) => State;
}

/** Something that an instance waits for, as the outside would keep it. */
export interface Wait {
  readonly token: number;
  readonly nodeId: string;
  readonly kind: 'task' | 'job' | 'message' | 'signal' | 'timer' | 'process' | 'incident';
  readonly to: Subscription | null;
  readonly variables: JsonObject;
  /** incident code */
  readonly code: string | null;
}

const SIMPLE: Pick<Env, 'evaluate' | 'script'> = {
  evaluate: evaluateSimple,
  script: (_language, source, variables) => evaluateSimple(source, variables),
};

/**
 * One instance with an outside of arrays and a clock turned by hand: it keeps what the effects ask for, correlates
 * messages and signals, runs called processes, and fires timers when the clock is turned past them.
 */
export class Simulation {
  readonly graph: ProcessGraph;
  readonly events: HistoryEvent[] = [];
  readonly sent: Extract<Effect, { type: 'sendMessage' | 'broadcastSignal' }>[] = [];
  readonly waits: Wait[] = [];
  finish: Extract<Effect, { type: 'finish' }> | null = null;
  now: number;
  readonly #options: SimulationOptions;
  readonly #called = new Map<number, Simulation>();
  #state: State | null = null;

  constructor(graph: ProcessGraph, options: SimulationOptions = {}) {
    this.graph = graph;
    this.#options = options;
    this.now = options.now ?? Date.UTC(2026, 0, 1);
  }

  get state(): State {
    if (!this.#state) throw new Error('not started');
    return this.#state;
  }

  get variables(): JsonObject {
    return this.state.scopes.find((scope) => scope.parent === -1)?.vars ?? {};
  }

  /** Ids of the nodes entered, in order. */
  get entered(): string[] {
    return this.events.flatMap((event) => (event.type === 'enter' ? [this.#id(event.node)] : []));
  }

  /** What is waited for, as "kind nodeId", sorted. */
  get open(): string[] {
    return this.waits.map((wait) => `${wait.kind} ${wait.nodeId}`).toSorted();
  }

  start(variables: JsonObject = {}, startNode?: string): this {
    return this.dispatch({ type: 'start', variables, ...(startNode === undefined ? {} : { startNode }) });
  }

  /** Completes the task, job or called process at a node. */
  complete(nodeId: string, variables: JsonObject = {}): this {
    return this.dispatch({ type: 'complete', token: this.wait(nodeId).token, variables });
  }

  /** The work at a node ends in a BPMN error. */
  error(nodeId: string, code: string): this {
    return this.dispatch({ type: 'error', token: this.wait(nodeId).token, code, message: '' });
  }

  retry(nodeId: string): this {
    return this.dispatch({ type: 'retry', token: this.wait(nodeId).token });
  }

  /** Delivers a message to the first subscription that matches; throws when none does. */
  message(name: string, correlation: string | null = null, payload: JsonObject = {}): this {
    const wait = this.waits.find(
      ({ to }) => to?.kind === 'message' && to.name === name && to.correlation === correlation,
    );
    if (!wait) throw new Error(`nothing waits for message ${name}`);
    return this.dispatch({ type: 'trigger', token: wait.token, variables: payload });
  }

  /** Delivers a signal to all who wait for it when it comes. */
  signal(name: string, payload: JsonObject = {}): this {
    const waits = this.waits.some(({ to }) => to?.kind === 'signal' && to.name === name);
    if (waits) this.dispatch({ type: 'signal', name, variables: payload });
    for (const called of this.#called.values()) called.signal(name, payload);
    return this;
  }

  /** Turns the clock, firing what falls due on the way, in order. */
  advance(duration: string): this {
    const until = addDuration(this.now, duration);
    for (let wait = this.#due(until); wait; wait = this.#due(until)) {
      this.now = Math.max(this.now, dueOf(wait));
      this.dispatch({ type: 'trigger', token: wait.token, variables: {} });
    }
    this.now = until;
    for (const called of this.#called.values()) called.advance(duration);
    return this;
  }

  /** The wait at a node; throws when nothing waits there. */
  wait(nodeId: string): Wait {
    const wait = this.waits.find((candidate) => candidate.nodeId === nodeId);
    if (!wait) throw new Error(`nothing waits at ${nodeId}; open: ${this.open.join(', ')}`);
    return wait;
  }

  dispatch(command: Command): this {
    const env: Env = { now: this.now, ...(this.#options.interpreter ?? SIMPLE) };
    const { state, effects, events } = step(this.graph, this.#state, command, env);
    this.#state = this.#options.onState?.(state) ?? state;
    for (const event of events) this.events.push(event);
    for (const effect of effects) this.#keep(effect);
    for (const effect of effects) this.#deliver(effect);
    return this;
  }

  #keep(effect: Effect): void {
    switch (effect.type) {
      case 'createTask':
        this.#add(effect.token, effect.node, 'task');
        return;
      case 'createJob':
        this.#add(effect.token, effect.node, 'job', { variables: effect.variables });
        return;
      case 'subscribe':
        this.#add(effect.token, effect.node, effect.to.kind, { to: effect.to });
        return;
      case 'startProcess':
        this.#add(effect.token, effect.node, 'process', { variables: effect.variables });
        return;
      case 'raiseIncident':
        this.#add(effect.token, effect.node, 'incident', { code: effect.code });
        return;
      case 'release':
        this.#release(effect.token, effect.reason);
        return;
      case 'sendMessage':
      case 'broadcastSignal':
        this.sent.push(effect);
        return;
      case 'finish':
        this.finish = effect;
    }
  }

  #deliver(effect: Effect): void {
    if (effect.type === 'broadcastSignal') this.#hear(effect);
    if (effect.type === 'startProcess') this.#call(effect);
    if (effect.type !== 'sendMessage') return;
    const { name, correlation, payload } = effect;
    const heard = this.waits.some(
      ({ to }) => to?.kind === 'message' && to.name === name && to.correlation === correlation,
    );
    if (heard) this.message(name, correlation, payload);
  }

  #hear({ name, payload, toOwn }: Extract<Effect, { type: 'broadcastSignal' }>): void {
    if (toOwn) this.signal(name, payload);
    else for (const called of this.#called.values()) called.signal(name, payload);
  }

  #call({ token, processId, variables }: Extract<Effect, { type: 'startProcess' }>): void {
    const graph = this.#options.processes?.[processId];
    if (!graph) return;
    const called = new Simulation(graph, { ...this.#options, now: this.now });
    this.#called.set(token, called);
    const dispatch = called.dispatch.bind(called);
    called.dispatch = (command) => {
      dispatch(command);
      const { finish } = called;
      if (!finish || !this.#called.delete(token)) return called;
      if (finish.status === 'failed')
        this.dispatch({ type: 'error', token, code: finish.errorCode ?? '', message: '' });
      else this.dispatch({ type: 'complete', token, variables: called.variables });
      return called;
    };
    called.start(variables);
  }

  /** The simulation of the process called at a node. */
  called(nodeId: string): Simulation {
    const called = this.#called.get(this.wait(nodeId).token);
    if (!called) throw new Error(`no called process runs at ${nodeId}`);
    return called;
  }

  #add(token: number, node: number, kind: Wait['kind'], more: Partial<Wait> = {}): void {
    if (this.waits.some((wait) => wait.token === token)) throw new Error(`token ${token} already waits`);
    this.waits.push({ token, nodeId: this.#id(node), kind, to: null, variables: {}, code: null, ...more });
  }

  #release(token: number, reason: 'done' | 'cancelled'): void {
    const at = this.waits.findIndex((wait) => wait.token === token);
    if (at < 0) throw new Error(`released token ${token}, under which nothing stood`);
    this.waits.splice(at, 1);
    const called = this.#called.get(token);
    this.#called.delete(token);
    if (called && reason === 'cancelled') called.dispatch({ type: 'cancel', reason: 'caller' });
  }

  #due(until: number): Wait | undefined {
    return this.waits.filter((wait) => dueOf(wait) <= until).toSorted((a, b) => dueOf(a) - dueOf(b))[0];
  }

  #id(node: number): string {
    return this.graph.nodes[node]?.id ?? `node ${node}`;
  }
}

function dueOf(wait: Wait): number {
  return wait.to?.kind === 'timer' ? wait.to.due : Infinity;
}
