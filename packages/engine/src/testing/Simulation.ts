import { addDuration, type ProcessGraph } from '@dealwright/bpmn';
import { CommandRefused } from '../CommandRefused.ts';
import { step } from '../step.ts';
import type { Command } from '../types/Command.ts';
import type { Effect } from '../types/Effect.ts';
import type { Env } from '../types/Env.ts';
import type { HistoryEvent } from '../types/HistoryEvent.ts';
import type { JsonObject } from '../types/Json.ts';
import type { State } from '../types/State.ts';
import { evaluateSimple } from './evaluateSimple.ts';
import { dueOf, type Wait } from './Wait.ts';

export type { Wait } from './Wait.ts';

export interface SimulationOptions {
  /** epoch milliseconds at which the clock stands first; 1 January 2026 by default */
  readonly now?: number;
  readonly interpreter?: Pick<Env, 'evaluate' | 'script'>;
  /** what call activities may start, by process id */
  readonly processes?: Readonly<Record<string, ProcessGraph>>;
  /** called with each state that a step gives, before it is used */
  readonly onState?: (state: State) => State;
  /** told of each process that is called, when it has started */
  readonly onCall?: (called: Simulation) => void;
  /** what takes a command; `step` by default, which a test may want to watch */
  readonly step?: typeof step;
}

const SIMPLE: Pick<Env, 'evaluate' | 'script'> = {
  evaluate: evaluateSimple,
  script: (_language, source, variables) => evaluateSimple(source, variables),
};

/**
 * One instance with an outside of arrays and a clock turned by hand: it keeps what the effects ask for, correlates
 * messages and signals, runs called processes, and fires timers when the clock is turned past them. What an instance
 * throws reaches the others, its caller and what it has called, after the step, in the order in which it was thrown.
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
  /** what has called it, and by which token */
  #caller: { readonly by: Simulation; readonly token: number } | null = null;
  /** what is on its way between the instances; that of the outermost caller is used */
  readonly #mail: (() => void)[] = [];
  #delivering = false;
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

  /** Turns the clock, firing what falls due on the way, in order, here and in what has been called. */
  advance(duration: string): this {
    const until = addDuration(this.now, duration);
    for (let due = this.#due(until); due; due = this.#due(until)) {
      this.#turnTo(Math.max(this.now, dueOf(due.wait)));
      due.at.dispatch({ type: 'trigger', token: due.wait.token, variables: {} });
    }
    this.#turnTo(until);
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
    const { state, effects, events } = (this.#options.step ?? step)(this.graph, this.#state, command, env);
    this.#state = this.#options.onState?.(state) ?? state;
    for (const event of events) this.events.push(event);
    for (const effect of effects) this.#keep(effect);
    const { outermost } = this;
    for (const effect of effects) outermost.#mail.push(() => this.#deliver(effect));
    outermost.#empty();
    return this;
  }

  /** The instance that was called by none. */
  get outermost(): Simulation {
    return this.#caller?.by.outermost ?? this;
  }

  /** What runs in called processes, by the token of the call activity. */
  get calls(): ReadonlyMap<number, Simulation> {
    return this.#called;
  }

  /** One delivery after another: what a delivery throws comes after what was thrown before. */
  #empty(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    try {
      for (let next = this.#mail.shift(); next; next = this.#mail.shift()) next();
    } finally {
      this.#delivering = false;
    }
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
        this.#release(effect.token);
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
    switch (effect.type) {
      case 'broadcastSignal':
        this.outermost.#hear(effect.name, effect.payload, effect.toOwn ? null : this);
        return;
      case 'sendMessage':
        this.outermost.#receive(effect.name, effect.correlation, effect.payload);
        return;
      case 'startProcess':
        this.#call(effect);
        return;
      case 'escalate':
        this.#toCaller((token) => ({ type: 'escalate', token, code: effect.code, variables: {} }));
        return;
      case 'finish':
        this.#return(effect);
    }
  }

  #hear(name: string, payload: JsonObject, thrower: Simulation | null): void {
    const waits = this !== thrower && this.waits.some(({ to }) => to?.kind === 'signal' && to.name === name);
    if (waits) this.dispatch({ type: 'signal', name, variables: payload });
    for (const called of this.#called.values()) called.#hear(name, payload, thrower);
  }

  /** Gives a message to the first who waits for it; says whether anyone did. */
  #receive(name: string, correlation: string | null, payload: JsonObject): boolean {
    const heard = this.waits.some(
      ({ to }) => to?.kind === 'message' && to.name === name && to.correlation === correlation,
    );
    if (heard) this.message(name, correlation, payload);
    return heard || [...this.#called.values()].some((called) => called.#receive(name, correlation, payload));
  }

  #call({ token, processId, variables }: Extract<Effect, { type: 'startProcess' }>): void {
    const graph = this.#options.processes?.[processId];
    // what was thrown before may have ended the call
    if (!graph || !this.waits.some((wait) => wait.token === token)) return;
    const called = new Simulation(graph, { ...this.#options, now: this.now });
    this.#called.set(token, called);
    called.#caller = { by: this, token };
    try {
      called.start(variables);
      this.#options.onCall?.(called);
    } catch (error) {
      // the call goes on waiting: to start it is the outside's matter, and may be tried again
      if (!(error instanceof CommandRefused)) throw error;
      this.#called.delete(token);
    }
  }

  #return({ status, errorCode }: Extract<Effect, { type: 'finish' }>): void {
    const { variables } = this;
    this.#toCaller((token) =>
      status === 'failed'
        ? { type: 'error', token, code: errorCode ?? '', message: '' }
        : { type: 'complete', token, variables },
    );
  }

  /** A command for the call activity, if it still waits. */
  #toCaller(command: (token: number) => Command): void {
    if (!this.#caller) return;
    const { by, token } = this.#caller;
    if (by.#called.get(token) === this) by.dispatch(command(token));
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

  #release(token: number): void {
    const at = this.waits.findIndex((wait) => wait.token === token);
    if (at < 0) throw new Error(`released token ${token}, under which nothing stood`);
    this.waits.splice(at, 1);
    const called = this.#called.get(token);
    this.#called.delete(token);
    if (called && !called.finish) called.dispatch({ type: 'cancel', reason: 'caller' });
  }

  #due(until: number): { readonly at: Simulation; readonly wait: Wait } | undefined {
    const own = this.waits.map((wait) => ({ at: this, wait }));
    const all = [...own, ...[...this.#called.values()].flatMap((called) => called.#due(until) ?? [])];
    return all.filter(({ wait }) => dueOf(wait) <= until).toSorted((a, b) => dueOf(a.wait) - dueOf(b.wait))[0];
  }

  #turnTo(time: number): void {
    this.now = time;
    for (const called of this.#called.values()) called.#turnTo(time);
  }

  #id(node: number): string {
    return this.graph.nodes[node]?.id ?? `node ${node}`;
  }
}
