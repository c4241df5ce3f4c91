import type { ProcessGraph } from '@dealwright/bpmn';
import { behaviourOf } from './behaviours/behaviourOf.ts';
import { applyCommand } from './commands/applyCommand.ts';
import { startInstance } from './commands/startInstance.ts';
import { CommandRefused } from './CommandRefused.ts';
import { BEHAVIOUR } from './types/BEHAVIOUR.ts';
import type { Command } from './types/Command.ts';
import type { Env } from './types/Env.ts';
import type { State } from './types/State.ts';
import type { StepResult } from './types/StepResult.ts';
import { closeWalk } from './walk/closeWalk.ts';
import { openWalk } from './walk/openWalk.ts';
import { run } from './walk/run.ts';

const NEW: State = { v: BEHAVIOUR, status: 'active', next: 1, tokens: [], scopes: [] };

/**
 * Takes an instance from one wait state to the next, however many elements lie between. Pure: the same arguments give
 * the same answer, and none of them is changed.
 *
 * @param graph the compiled process that the instance runs
 * @param state what the last step returned; null to start
 * @param command what has happened
 * @param env the time and the interpreter; whatever it throws that is no evaluation error passes through untouched
 * @returns the next state, what the outside must do, and what happened, in order
 * @throws CommandRefused when the state does not allow the command
 */
export function step(graph: ProcessGraph, state: State | null, command: Command, env: Env): StepResult {
  if (command.type === 'start') {
    if (state) throw new CommandRefused('instance-already-started');
    const walk = openWalk(graph, NEW, env, behaviourOf);
    startInstance(walk, command);
    run(walk);
    return closeWalk(walk);
  }
  if (!state) throw new CommandRefused('instance-not-started');
  if (state.status !== 'active') throw new CommandRefused('instance-over', state.status);
  const walk = openWalk(graph, state, env, behaviourOf);
  applyCommand(walk, command);
  run(walk);
  return closeWalk(walk);
}
