import {
  SIMPLE_TASKS,
  type Activity,
  type AdHocWork,
  type Edge,
  type Loop,
  type SimpleTask,
  type Work,
} from './Block.ts';
import type { Dice } from './Dice.ts';
import { randomBlock, type Place } from './randomBlock.ts';
import { randomHandler } from './randomTrigger.ts';
import { randomScope } from './randomTree.ts';

/** A random activity: a task, a call, a subprocess of any kind, repeated or not, with what is drawn on its border. */
export function randomActivity(dice: Dice, place: Place): Activity {
  const work = randomWork(dice, place);
  const loop = dice.chance(0.25) ? randomLoop(dice) : null;
  return {
    kind: 'activity',
    work,
    loop,
    edges: [...(work.type === 'transaction' ? [cancelled(dice, place)] : []), ...randomEdges(dice, place)],
    // what is called gets what the mapping makes and nothing else
    mapped: work.type !== 'callActivity' && dice.chance(0.15),
    undoneBy: dice.chance(0.1) ? dice.pick(['userTask', 'serviceTask', 'task']) : null,
  };
}

function randomWork(dice: Dice, place: Place): Work {
  if (place.left.parts <= 0) return { type: dice.pick(SIMPLE_TASKS) };
  if (place.calls > 0 && dice.chance(0.25)) return { type: 'callActivity', process: dice.upTo(place.calls) };
  const type = dice.pick(['task', 'task', 'subProcess', 'subProcess', 'transaction', 'adHocSubProcess']);
  const inside = { ...place, depth: place.depth + 1 };
  switch (type) {
    case 'task':
      return { type: dice.pick(SIMPLE_TASKS) };
    case 'subProcess':
      return { type, scope: randomScope(dice, { ...inside, cancels: false }) };
    case 'transaction':
      return { type, scope: randomScope(dice, { ...inside, cancels: true }) };
    case 'adHocSubProcess':
      return {
        type,
        inside: dice.list(dice.between(1, 3), () => randomAdHocWork(dice, { ...inside, cancels: false })),
        adHoc: { sequential: dice.chance(0.4), condition: dice.chance(0.4), cancelRemaining: dice.chance(0.5) },
      };
  }
}

const AD_HOC_TASKS = ['task', 'userTask', 'serviceTask', 'scriptTask'] as const satisfies readonly SimpleTask[];

function randomAdHocWork(dice: Dice, place: Place): AdHocWork {
  if (place.left.parts <= 0 || dice.chance(0.7)) return { type: dice.pick(AD_HOC_TASKS) };
  return { type: 'subProcess', scope: randomScope(dice, place) };
}

function randomLoop(dice: Dice): Loop {
  if (dice.chance(0.4)) {
    const rounds = dice.chance(0.7) ? dice.upTo(4) : null;
    const maximum = rounds === null || dice.chance(0.4) ? dice.upTo(4) : null;
    return { kind: 'standard', before: dice.chance(0.5), rounds, maximum };
  }
  const count = dice.upTo(5);
  return {
    kind: 'multi',
    sequential: dice.chance(0.5),
    count,
    collection: dice.chance(0.5),
    enough: count > 1 && dice.chance(0.3) ? dice.between(1, count - 1) : null,
    outputs: dice.chance(0.4),
  };
}

/** Boundary events that wait for something different each: which of two alike would catch is not said anywhere. */
function randomEdges(dice: Dice, place: Place): Edge[] {
  if (!dice.chance(0.3)) return [];
  const taken = new Set<string>();
  return dice
    .list(dice.between(1, 2), () => randomHandler(dice))
    .flatMap(({ trigger, interrupting }) => {
      const kinds = trigger.events.map(({ kind }) => kind);
      if (kinds.some((kind) => taken.has(kind))) return [];
      for (const kind of kinds) taken.add(kind);
      return [{ trigger, interrupting, body: behind(dice, place, interrupting) }];
    });
}

function cancelled(dice: Dice, place: Place): Edge {
  return {
    trigger: { events: [{ kind: 'cancel' }], parallel: false },
    interrupting: true,
    body: behind(dice, place, true),
  };
}

/** What is behind an event that does not interrupt may be done again and again. */
function behind(dice: Dice, place: Place, interrupting: boolean): Edge['body'] {
  const inside = { ...place, depth: place.depth + 1 };
  return randomBlock(dice, interrupting ? inside : { ...inside, once: false, alone: false });
}
