import { compile, parseModel, type ProcessGraph, validate } from '../../packages/bpmn/src/index.ts';
import { type Command, CommandRefused, type HistoryEvent, type State } from '../../packages/engine/src/index.ts';
import { Simulation, type Wait } from '../../packages/engine/src/testing/index.ts';
import type { RandomModel } from './randomModel.ts';

/** What was done to an instance, in words that any executor can follow: the `nth` of those that wait at a node. */
export type Action =
  | {
      readonly type: 'complete';
      readonly node: string;
      readonly nth: number;
      readonly variables: Record<string, boolean>;
    }
  | { readonly type: 'message' | 'signal' | 'advance' }
  | { readonly type: 'error' | 'escalate'; readonly node: string; readonly nth: number }
  | { readonly type: 'setVariables'; readonly variables: Record<string, boolean> };

export interface Run {
  readonly graph: ProcessGraph;
  readonly actions: readonly Action[];
  /** every command that was taken, with the time at which it was given, from the start on */
  readonly commands: readonly Given[];
  readonly events: readonly HistoryEvent[];
  readonly state: State;
}

export interface Given {
  readonly command: Command;
  /** epoch milliseconds */
  readonly now: number;
}

export interface RunOptions {
  /** tasks are only ever completed, as people do it; else they may also end in an error or escalate */
  readonly answers?: 'complete' | 'any';
}

/** A run that broke one of the properties. */
export class PropertyBroken extends Error {}

/** Beyond that many commands a run has no end. */
const LIMIT = 3_000;

/**
 * Runs a random model with random commands to its end and checks what must hold at every step: the state is plain JSON
 * and goes on from its own copy, what is handed in is never changed, late and doubled commands are refused without
 * effect, and an instance that is not over always waits for something that can happen.
 *
 * @throws PropertyBroken with what was broken
 */
export async function runModel(model: RandomModel, random: () => number, options: RunOptions = {}): Promise<Run> {
  const graph = await readModel(model.xml);
  const commands: Given[] = [];
  const actions: Action[] = [];
  const spent: number[] = [];
  const run = new Simulation(graph, {
    onState(state) {
      const copy = JSON.parse(JSON.stringify(state)) as State;
      check(JSON.stringify(copy) === JSON.stringify(state), 'the state is not plain JSON');
      return frozen(copy);
    },
  });
  const dispatch = run.dispatch.bind(run);
  run.dispatch = (command) => {
    const at = commands.push({ command, now: run.now });
    try {
      return dispatch(command);
    } catch (error) {
      if (error instanceof CommandRefused) commands.splice(at - 1, 1);
      throw error;
    }
  };
  const act: Act = (action, perform) => {
    actions.push(action);
    perform();
  };
  run.start(model.variables);
  for (let turn = 0; run.state.status === 'active'; turn++) {
    check(turn < LIMIT, 'the run does not end');
    const incident = run.waits.find(({ kind }) => kind === 'incident');
    check(!incident, `an incident at ${incident?.nodeId ?? ''}: ${incident?.code ?? ''}`);
    const answerable = run.waits.filter(({ kind }) => kind === 'task' || kind === 'job' || kind === 'process');
    const wait = answerable[Math.floor(random() * answerable.length)];
    const chance = random();
    if (spent.length > 0 && chance < 0.05) refuse(run, spent[Math.floor(random() * spent.length)] ?? -1);
    if (!wait || chance < 0.12) turnTheWorld(run, random, act, wait === undefined);
    else {
      const variables = random() < 0.2 ? flip(model, random) : {};
      const nth = run.waits.filter(({ nodeId }) => nodeId === wait.nodeId).indexOf(wait);
      answer(run, options.answers === 'complete' ? null : graph, wait, nth, variables, random, act);
      spent.push(wait.token);
    }
  }
  return { graph, actions, commands, events: run.events, state: run.state };
}

type Act = (action: Action, perform: () => void) => void;

function answer(
  run: Simulation,
  graph: ProcessGraph | null,
  { token, nodeId, kind }: Wait,
  nth: number,
  variables: Record<string, boolean>,
  random: () => number,
  act: Act,
): void {
  const border = graph ? borderOf(graph, nodeId) : [];
  const type =
    kind === 'task' && random() < 0.3 ? border.find((one) => one === 'error' || one === 'escalation') : undefined;
  if (type === 'error') {
    const command: Command = { type: 'error', token, code: 'E', message: '' };
    act({ type: 'error', node: nodeId, nth }, () => run.dispatch(command));
  } else if (type === 'escalation') {
    const command: Command = { type: 'escalate', token, code: 'X', variables: {} };
    act({ type: 'escalate', node: nodeId, nth }, () => run.dispatch(command));
  } else {
    const command: Command = { type: 'complete', token, variables };
    act({ type: 'complete', node: nodeId, nth, variables }, () => run.dispatch(command));
  }
}

/** Kinds of events on the border of an activity. */
function borderOf(graph: ProcessGraph, nodeId: string): readonly string[] {
  const node = graph.nodes[graph.nodeIndex.get(nodeId) ?? -1];
  return (node?.boundary ?? []).flatMap((index) => graph.nodes[index]?.events.map(({ kind }) => kind) ?? []);
}

/** A message, a signal, an hour that passes, or a variable that changes. When nothing else waits, one of them must help. */
function turnTheWorld(run: Simulation, random: () => number, act: Act, must: boolean): void {
  const kinds = new Set(run.waits.map(({ kind }) => kind));
  const possible = (['message', 'signal', 'timer'] as const).filter((kind) => kinds.has(kind));
  const kind = possible[Math.floor(random() * possible.length)];
  if (kind === undefined) {
    check(!must, `nothing can happen any more; open: ${run.open.join(', ')}; tokens at ${standing(run)}`);
    return;
  }
  if (kind === 'timer') act({ type: 'advance' }, () => run.advance('PT1H'));
  else if (kind === 'signal') act({ type: 'signal' }, () => run.signal('s'));
  else act({ type: 'message' }, () => run.message('m'));
}

function standing(run: Simulation): string {
  return run.state.tokens.map(({ node }) => run.graph.nodes[node]?.id).join(', ');
}

/** An answer to a wait that is over changes nothing and is refused. */
function refuse(run: Simulation, token: number): void {
  if (run.waits.some((wait) => wait.token === token)) return;
  const before = JSON.stringify(run.state);
  for (const type of ['complete', 'trigger'] as const) {
    try {
      run.dispatch({ type, token, variables: { late: true } });
      throw new PropertyBroken(`a late ${type} of token ${token} was taken`);
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error;
    }
  }
  check(JSON.stringify(run.state) === before, 'a refused command changed the state');
}

function flip(model: RandomModel, random: () => number): Record<string, boolean> {
  const names = Object.keys(model.variables).filter((name) => typeof model.variables[name] === 'boolean');
  const name = names[Math.floor(random() * names.length)] ?? 'flag';
  return { [name]: random() < 0.5 };
}

async function readModel(xml: string): Promise<ProcessGraph> {
  const model = await parseModel(xml);
  const errors = validate(model).filter(({ severity }) => severity === 'error');
  check(
    errors.length === 0,
    `the validator refuses it: ${errors.map(({ rule, message }) => `${rule}: ${message.en}`).join(' ')}`,
  );
  return compile(model);
}

export function check(holds: boolean, what: string): asserts holds {
  if (!holds) throw new PropertyBroken(what);
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
