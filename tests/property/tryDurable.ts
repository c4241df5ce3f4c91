import { Dice, type DrawnModel, drawTree, randomTree } from '../../packages/engine/src/testing/random/index.ts';
import { emptyTables } from '../../packages/store/src/testing/index.ts';
import { seeded } from '../../packages/engine/src/testing/index.ts';
import { openRuntime } from '../../packages/runtime/src/testing/openRuntime.ts';
import type { Store } from '../../packages/store/src/index.ts';
import { compareEnds } from './compareEnds.ts';
import { durableMoves, type DurableStory } from './durableMoves.ts';
import { withoutMachines, withoutThrownMessages } from './durableTree.ts';
import { playDurable } from './playDurable.ts';
import { xmlOf } from './xmlOf.ts';

/** Runs the model of a seed purely and through a runtime on `store`, which is emptied. Answers what differs. */
export async function tryDurable(store: Store, seed: number): Promise<readonly string[]> {
  const { model, story } = storyOf(seed);
  const { player, moves, began } = story;
  await emptyTables(store);
  const t = await openRuntime(store, { connectors: { work: async () => ({}) } });
  await t.runtime.deploy({ xml: xmlOf(model), note: '', actorId: null });
  try {
    await playDurable(t, moves, began);
    return await compareEnds(t, player);
  } catch (error) {
    return [error instanceof Error ? `${error.name}: ${error.message}` : String(error)];
  }
}

/** A model and a run of it in which nothing hangs on who is faster. */
function storyOf(seed: number): { readonly model: DrawnModel; readonly story: DurableStory } {
  const tree = withoutThrownMessages(randomTree(seeded(seed)));
  const told = (of: typeof tree) => {
    const model = drawTree(of);
    return { model, story: durableMoves(model, new Dice(seeded(seed))) };
  };
  const first = told(tree);
  return first.story.racing ? told(withoutMachines(tree)) : first;
}
