import type { Block, Handler, ProcessTree, ScopeTree } from './Block.ts';
import { Dice } from './Dice.ts';
import { randomBlock, type Place } from './randomBlock.ts';
import { randomHandler } from './randomTrigger.ts';

/** Parts that a model has at most, not counting what each of them needs inside. */
const LARGEST = 80;

/** A random model; its size differs from model to model. */
export function randomTree(random: () => number): ProcessTree {
  const dice = new Dice(random);
  const called = dice.list(dice.upTo(3), () => randomScope(dice, { ...OUTERMOST, left: { parts: 6 }, calls: 0 }));
  const left = { parts: dice.between(2, LARGEST) };
  const scope = randomScope(dice, { ...OUTERMOST, left, calls: called.length });
  return { scope, start: dice.pick(['one', 'one', 'one', 'both', 'either']), called };
}

const OUTERMOST = { depth: 0, once: true, alone: true, cancels: false } as const;

/** A scope of a process or subprocess at `place`, whose parts are done once in each of its instances. */
export function randomScope(dice: Dice, place: Place): ScopeTree {
  const inside = { ...place, once: true, alone: true };
  return {
    implicit: dice.chance(0.2),
    end: dice.chance(0.8) ? 'none' : dice.pick(['message', 'signal', 'escalation', 'compensation']),
    body: randomBody(dice, inside),
    handlers: dice.chance(0.25) ? randomHandlers(dice, inside) : [],
  };
}

/** A transaction is often cancelled. */
function randomBody(dice: Dice, place: Place): Block {
  const body = randomBlock(dice, place);
  if (!place.cancels || !dice.chance(0.5)) return body;
  return { kind: 'diamond', split: 'exclusive', branches: [body, { kind: 'abort', how: 'cancel' }], dropOut: false };
}

/** Event subprocesses that wait for something different each: which of two alike would catch is not said anywhere. */
function randomHandlers(dice: Dice, place: Place): Handler[] {
  const taken = new Set<string>();
  return dice
    .list(dice.between(1, 2), () => randomHandler(dice))
    .flatMap(({ trigger, interrupting }) => {
      const kinds = trigger.events.map(({ kind }) => kind);
      if (kinds.some((kind) => taken.has(kind))) return [];
      for (const kind of kinds) taken.add(kind);
      const body: Block = randomBlock(dice, { ...place, depth: place.depth + 1, cancels: false });
      return [{ trigger, interrupting, body }];
    });
}
