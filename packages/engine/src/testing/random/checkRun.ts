import type { ProcessTree } from './Block.ts';
import { brokenCatches } from './brokenCatches.ts';
import { brokenLaws } from './brokenLaws.ts';
import { brokenOrder } from './brokenOrder.ts';
import { brokenState } from './brokenState.ts';
import type { DrawnModel } from './Drawing.ts';
import { drawTree } from './drawTree.ts';
import { Player } from './Player.ts';
import { randomRun } from './randomRun.ts';
import { seeded } from '../seeded.ts';
import { unpairedEvents } from '../unpairedEvents.ts';

export interface Checked {
  /** what was wrong, in words; empty when nothing was */
  readonly wrong: readonly string[];
  readonly commands: number;
  /** elements entered */
  readonly entered: number;
}

/** Draws a tree, and checks a random run of it: see `checkModel`. */
export function checkRun(tree: ProcessTree, seed: number): Checked {
  return checkModel(drawTree(tree), seed);
}

/**
 * Runs a model at random, and checks all that is known of such a run: what its laws say, that no token is lost, doubled
 * or stranded on the way, that everything is closed at the end, and that the same moves lead there again.
 */
export function checkModel(model: DrawnModel, seed: number): Checked {
  const wrong: string[] = [];
  try {
    const player = randomRun(model, seeded(seed), ({ instances }) => {
      for (const { run } of instances) {
        wrong.push(...brokenState(run.graph, run.state, run.waits));
        if (wrong.length > 0) throw new Stop();
      }
    });
    for (const { process, run } of player.instances) {
      const { events, variables } = run;
      const { status } = run.state;
      if (status === 'active') wrong.push(`${process.id} goes on after its caller's end`);
      wrong.push(...unpairedEvents(events).map((event) => `unpaired ${event}`));
      wrong.push(...doubledTokens(run.events).map((token) => `token ${token} entered twice`));
      wrong.push(...brokenLaws({ graph: run.graph, laws: process.laws, events, status, variables }));
      wrong.push(...brokenOrder(run.graph, events));
      wrong.push(...brokenCatches(run.graph, events, status));
      if (status === 'completed' && run.state.scopes.some(({ resets }) => resets))
        wrong.push('a gateway waits for its reset');
    }
    if (!endsAgain(model, player)) wrong.push('the same moves lead elsewhere');
    const entered = player.instances.reduce((sum, { run }) => sum + run.entered.length, 0);
    return { wrong, commands: player.moves.length, entered };
  } catch (error) {
    if (!(error instanceof Stop))
      wrong.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    return { wrong, commands: 0, entered: 0 };
  }
}

/** What was wrong has been noted. */
class Stop extends Error {}

/** A token stands at one place in its life. */
function doubledTokens(events: Player['main']['events']): number[] {
  const entered = events.flatMap((event) => (event.type === 'enter' ? [event.token] : []));
  return entered.filter((token, at) => entered.indexOf(token) !== at);
}

function endsAgain(model: DrawnModel, { moves, instances }: Player): boolean {
  const again = new Player(model);
  for (const move of moves) again.play(move);
  const story = (of: Player['instances']): string => JSON.stringify(of.map(({ run }) => [run.state, run.events]));
  return story(again.instances) === story(instances);
}
