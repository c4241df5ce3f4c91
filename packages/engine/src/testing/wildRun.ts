import { CommandRefused } from '../CommandRefused.ts';
import type { Command } from '../types/Command.ts';
import { brokenState } from './random/brokenState.ts';
import { Dice } from './random/Dice.ts';
import { strictStep } from './random/strictStep.ts';
import { seeded } from './seeded.ts';
import { Simulation } from './Simulation.ts';
import { unpairedEvents } from './unpairedEvents.ts';
import { wildEvaluate } from './wildEvaluate.ts';
import { wildProcess } from './wildProcess.ts';

const COMMANDS = 60;
/** With more open than that a model floods, and is cancelled. */
const FLOOD = 200;

/**
 * Runs the wild process of a seed under random commands, cancels what is left, and answers what was wrong: a state that
 * can't be, something left behind. Whatever is thrown but a refusal goes through.
 */
export function wildRun(seed: number): readonly string[] {
  const dice = new Dice(seeded(seed));
  const graph = wildProcess(seeded(seed));
  const other = wildProcess(seeded(seed + 1));
  const runs: Simulation[] = [];
  const run = new Simulation(graph, {
    interpreter: { evaluate: wildEvaluate, script: (_language, source, variables) => wildEvaluate(source, variables) },
    step: strictStep,
    // what a process calls calls nothing itself: who calls whom without end is the runtime's to stop
    processes: { other: withoutCalls(other) },
    onCall: (called) => runs.push(called),
  });
  runs.push(run);
  // an event subprocess of the process that can't be armed
  if (!attempt(run, { type: 'start', variables: { x: dice.upTo(10) } })) return [];
  const wrong: string[] = [];
  for (let left = COMMANDS; left > 0 && run.waits.length < FLOOD && wrong.length === 0; left--) {
    const of = dice.oneOf(runs.filter(({ finish }) => !finish));
    if (!of) break;
    attempt(of, randomCommand(of, dice));
    for (const { graph: drawn, state, waits } of runs) wrong.push(...brokenState(drawn, state, waits));
  }
  if (run.state.status === 'active') attempt(run, { type: 'cancel', reason: '' });
  for (const { graph: drawn, state, waits, events } of runs) {
    wrong.push(...brokenState(drawn, state, waits), ...unpairedEvents(events).map((event) => `unpaired ${event}`));
    if (state.status === 'active') wrong.push('a called process goes on after its caller');
  }
  return wrong;
}

function withoutCalls(graph: Simulation['graph']): Simulation['graph'] {
  const nodes = graph.nodes.map((node) => (node.type === 'callActivity' ? { ...node, calledElement: null } : node));
  return { ...graph, nodes };
}

function randomCommand(run: Simulation, dice: Dice): Command {
  const wait = dice.oneOf(run.waits);
  const token = dice.chance(0.15) ? (dice.oneOf(run.state.tokens)?.id ?? -1) : (wait?.token ?? -1);
  const variables = { x: dice.upTo(10) };
  const node = `n${dice.upTo(run.graph.nodes.length)}`;
  if (wait?.kind === 'incident' && dice.chance(0.7)) return { type: 'retry', token: wait.token };
  const chance = dice.upTo(100);
  if (chance < 5) return { type: 'setVariables', variables, ...(dice.chance(0.5) ? { token } : {}) };
  if (chance < 9) return { type: 'move', token, to: node };
  if (chance < 17) return { type: 'error', token, code: dice.pick(['E', 'F']), message: '' };
  if (chance < 25) return { type: 'escalate', token, code: dice.pick(['X', 'Y']), variables };
  if (chance < 30) return { type: 'activate', token, node, variables };
  if (chance < 35) return { type: 'signal', name: dice.pick(['s', 't']), variables };
  if (chance < 38) return { type: 'retry', token };
  return { type: chance < 75 ? 'complete' : 'trigger', token, variables };
}

/** Whether the command was not refused. */
function attempt(run: Simulation, command: Command): boolean {
  try {
    run.dispatch(command);
    return true;
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    return false;
  }
}
