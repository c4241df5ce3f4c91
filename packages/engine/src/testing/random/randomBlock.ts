import type { Block, Lane, Split } from './Block.ts';
import type { Dice } from './Dice.ts';
import { randomActivity } from './randomActivity.ts';
import { randomCatch, randomEvent } from './randomTrigger.ts';

/** Where a part stands, and so what it may be. */
export interface Place {
  readonly depth: number;
  /** done at most once in each instance of its scope */
  readonly once: boolean;
  /** never done by two tokens of a scope at the same time */
  readonly alone: boolean;
  /** directly in a transaction, which may be cancelled here */
  readonly cancels: boolean;
  /** how many parts the model may still get */
  readonly left: { parts: number };
  /** how many processes there are to call */
  readonly calls: number;
}

const DEEPEST = 7;

/** A random part at a place. */
export function randomBlock(dice: Dice, place: Place): Block {
  place.left.parts -= 1;
  if (place.left.parts <= 0 || place.depth >= DEEPEST) return randomLeaf(dice, place);
  const inside = { ...place, depth: place.depth + 1 };
  const kind = dice.pick([
    'sequence',
    'sequence',
    'diamond',
    'diamond',
    'diamond',
    'activity',
    'activity',
    'activity',
    'race',
    'rounds',
    'many',
    'undone',
    'leaf',
  ]);
  switch (kind) {
    case 'sequence':
      return { kind, blocks: dice.list(dice.between(2, 3), () => randomBlock(dice, inside)) };
    case 'diamond':
      return randomDiamond(dice, inside);
    case 'activity':
      return randomActivity(dice, inside);
    case 'race':
      return { kind, lanes: randomLanes(dice, inside) };
    case 'rounds':
      return { kind, body: randomBlock(dice, { ...inside, once: false }) };
    case 'many':
      return {
        kind,
        quantity: dice.between(2, 3),
        body: randomBlock(dice, { ...inside, once: false, alone: false }),
      };
    case 'undone': {
      const done = { ...randomActivity(dice, inside), undoneBy: dice.pick(['userTask', 'serviceTask', 'task']) };
      return { kind, done, between: randomBlock(dice, inside), named: dice.chance(0.5), wait: dice.chance(0.7) };
    }
    case 'leaf':
      return randomLeaf(dice, place);
  }
}

function randomLeaf(dice: Dice, place: Place): Block {
  const kind = dice.pick(['activity', 'activity', 'activity', 'catch', 'throw', 'link']);
  if (kind === 'catch') return { kind, trigger: randomCatch(dice) };
  if (kind === 'throw') return { kind, what: dice.pick(['none', 'message', 'signal', 'escalation']) };
  if (kind === 'link') return { kind, throwers: dice.between(1, 2) };
  return randomActivity(dice, { ...place, depth: DEEPEST });
}

/** Splits that any token may come to at any time, those that want it to be alone, and those that want it to come once. */
const ALWAYS = ['exclusive', 'exclusive', 'parallel', 'implicitParallel'] as const;
const ALONE = ['inclusive', 'inclusive', 'implicitInclusive', 'complexAll'] as const;
const ONCE = ['complexOpen', 'complexFirst', 'complexSecond'] as const;
const DROPPING: ReadonlySet<Split> = new Set(['inclusive', 'implicitInclusive', 'complexOpen']);

function randomDiamond(dice: Dice, place: Place): Block {
  const split: Split = dice.pick([
    ...ALWAYS,
    ...(place.alone ? ALONE : []),
    ...(place.alone && place.once ? ONCE : []),
  ]);
  const branches = dice.list(dice.between(2, 3), () => randomBlock(dice, place));
  if (split !== 'exclusive' || !dice.chance(0.2)) {
    const dropOut = DROPPING.has(split) && dice.chance(0.3);
    return { kind: 'diamond', split, branches, dropOut };
  }
  const how = dice.pick(place.cancels ? ['cancel', 'cancel', 'error', 'terminate'] : ['error', 'terminate']);
  return { kind: 'diamond', split, branches: [...branches, { kind: 'abort', how }], dropOut: false };
}

/** An event-based gateway waits either by receive tasks or by message events, not by both (BPMN 2.0.2, 10.6.6). */
function randomLanes(dice: Dice, place: Place): Lane[] {
  const task = dice.chance(0.3);
  const kinds = ['message', 'signal', 'timer', 'conditional'] as const;
  const first = dice.upTo(kinds.length);
  const order = [...kinds.slice(first), ...kinds.slice(0, first)];
  const count = dice.between(2, 3);
  return order.slice(0, count).map((kind, at) => {
    const isTask = task && kind === 'message';
    const others = at === 0 && !isTask && dice.chance(0.25) ? order.slice(count) : [];
    const events = [kind, ...others].map((one) => randomEvent(dice, one));
    const parallel = others.length > 0 && dice.chance(0.5);
    return { trigger: { events, parallel }, task: isTask, body: randomBlock(dice, place) };
  });
}
