import type { Command } from '../../types/Command.ts';
import { Simulation } from '../Simulation.ts';
import { AWAITED, DECIDING } from './randomTrigger.ts';
import type { DrawnModel, DrawnProcess } from './Drawing.ts';
import { frozen, strictStep } from './strictStep.ts';

/** Something done to a run: a command to the instance that the call tokens lead to, or the clock turned. */
export type Move =
  | { readonly at: readonly number[]; readonly command: Command }
  | { readonly signal: string }
  | { readonly advance: string };

export interface Instance {
  readonly process: DrawnProcess;
  readonly run: Simulation;
}

/** The variables that a run begins with. */
export const BEGINNING = frozen({
  ...Object.fromEntries(DECIDING.map((name, at) => [name, at])),
  ...Object.fromEntries(AWAITED.map((name) => [name, 0])),
});

/** A model while it runs: every move is kept, so that the run can be had again. */
export class Player {
  readonly moves: Move[] = [];
  /** the main process's instance, then those of what was called, in the order of their start */
  readonly instances: Instance[] = [];
  readonly main: Simulation;

  constructor(model: DrawnModel) {
    const byGraph = new Map([model.main, ...model.called].map((process) => [process.graph, process]));
    const keep = (run: Simulation): void => {
      const process = byGraph.get(run.graph);
      if (process) this.instances.push({ process, run });
    };
    this.main = new Simulation(model.main.graph, {
      step: strictStep,
      processes: Object.fromEntries(model.called.map(({ id, graph }) => [id, graph])),
      onCall: keep,
    });
    keep(this.main);
  }

  /** Makes a move. Throws what the executor throws; a move that is refused is not kept. */
  play(move: Move): void {
    if ('advance' in move) this.main.advance(move.advance);
    else if ('signal' in move) this.main.signal(move.signal);
    else this.#at(move.at).dispatch(move.command);
    this.moves.push(move);
  }

  /** Instances that run, with the call tokens that lead to them. */
  active(): { readonly at: readonly number[]; readonly run: Simulation }[] {
    const from = (run: Simulation, at: readonly number[]): { at: readonly number[]; run: Simulation }[] => [
      ...(run.finish ? [] : [{ at, run }]),
      ...[...run.calls].flatMap(([token, called]) => from(called, [...at, token])),
    ];
    return from(this.main, []);
  }

  #at(tokens: readonly number[]): Simulation {
    let run = this.main;
    for (const token of tokens) {
      const called = run.calls.get(token);
      if (!called) throw new RangeError(`token ${token} has called nothing`);
      run = called;
    }
    return run;
  }
}
