import { compile, parseModel, validate, type ProcessGraph } from '../../packages/bpmn/src/index.ts';
import type { JsonObject, State } from '../../packages/engine/src/index.ts';
import { Simulation, type SimulationOptions } from '../../packages/engine/src/testing/index.ts';
import { evaluateFeel } from '../../packages/expression/src/evaluateFeel.ts';
import { file, process } from './drawing.ts';

export interface PlayOptions {
  /** root elements beside the process */
  readonly roots?: string;
  /** processes that call activities may start, by id */
  readonly called?: SimulationOptions['processes'];
  /** DMN decisions by id */
  readonly decide?: (decisionId: string, variables: JsonObject) => unknown;
  /** epoch milliseconds at which the clock stands first */
  readonly now?: number;
}

/**
 * The whole way from a file to a graph: parsed, validated and compiled.
 *
 * @throws Error with the validator's problems when it refuses the model
 */
export async function graphOfXml(xml: string, processId?: string): Promise<ProcessGraph> {
  const model = await parseModel(xml);
  const errors = validate(model).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new Error(
      errors.map((problem) => `${problem.rule} at ${problem.elementId}: ${problem.message.en}`).join('\n'),
    );
  }
  return compile(model, processId);
}

/** The graph of a file with one process `p`. */
export function graphOf(content: string, roots = ''): Promise<ProcessGraph> {
  return graphOfXml(file(roots, process('p', content)));
}

/** An instance that has not been started, with a FEEL interpreter; its state is read back from JSON after each step. */
export function simulate(graph: ProcessGraph, options: PlayOptions = {}): Simulation {
  const now = options.now ?? Date.UTC(2026, 0, 1);
  const feel = (source: string, variables: JsonObject) => evaluateFeel(source, variables, now);
  const interpreter = {
    evaluate: feel,
    script: (_language: string, source: string, variables: JsonObject) => feel(source, variables),
    ...(options.decide ? { decide: options.decide } : {}),
  };
  return new Simulation(graph, {
    now,
    interpreter,
    onState: (state) => JSON.parse(JSON.stringify(state)) as State,
    ...(options.called ? { processes: options.called } : {}),
  });
}

/** From XML to a started instance: `content` is what the process holds. */
export async function play(
  content: string,
  variables: JsonObject = {},
  options: PlayOptions = {},
): Promise<Simulation> {
  return simulate(await graphOf(content, options.roots), options).start(variables);
}

/** The ids of the nodes that were cancelled, in order. */
export function cancelled(run: Simulation): readonly string[] {
  return run.events.flatMap((event) => (event.type === 'cancel' ? [run.graph.nodes[event.node]?.id ?? ''] : []));
}

/** How often a node was entered. */
export function timesEntered(run: Simulation, id: string): number {
  return run.entered.filter((entered) => entered === id).length;
}

/** The instance is over as it should be: nothing waits, no token and no scope but the process's is left. */
export function isClean(run: Simulation): boolean {
  return (
    run.state.status !== 'active' &&
    run.waits.length === 0 &&
    run.state.tokens.length === 0 &&
    run.state.scopes.length === 1
  );
}
