import type { EventDefinition } from '@dealwright/bpmn';
import type { Trigger } from './Block.ts';
import type { Dice } from './Dice.ts';

export type TriggerKind = EventDefinition['kind'];

/** Variables that decide which way a token takes. */
export const DECIDING = ['x1', 'x2', 'x3', 'x4', 'x5', 'x6'] as const;

/** What an event is for: one that does not interrupt only adds to what is under way. */
export type Purpose = 'inFlow' | 'adding';

/**
 * What events wait for. What adds waits for names of its own, which nothing in a model throws: a handler that waits for
 * what it throws itself, or for what has brought it to life, would never come to an end.
 */
const NAMES = {
  inFlow: { messages: ['m1', 'm2'], signals: ['s1', 's2'], conditions: ['c1', 'c2'] },
  adding: { messages: ['m3'], signals: ['s3'], conditions: ['c3'] },
} as const;

/** Variables that conditional events wait for; those that are awaited in the flow first. */
export const AWAITED = [...NAMES.inFlow.conditions, ...NAMES.adding.conditions] as const;
export const AWAITED_IN_FLOW: readonly string[] = NAMES.inFlow.conditions;

/** What may be caught from outside at any time. */
const OUTSIDE = ['message', 'signal', 'timer', 'conditional'] as const;
const INSIDE = ['error', 'escalation'] as const;

/** The one trigger of a catch event, or one of a kind. */
export function randomEvent(dice: Dice, kind: TriggerKind, purpose: Purpose = 'inFlow'): EventDefinition {
  const names = NAMES[purpose];
  switch (kind) {
    case 'message':
      return { kind, name: dice.pick(names.messages), correlation: dice.chance(0.3) ? '"a"' : null };
    case 'signal':
      return { kind, name: dice.pick(names.signals) };
    case 'timer':
      return { kind, timer: { type: 'duration', source: dice.pick(['PT1H', 'PT2H', 'P1D']) } };
    case 'conditional':
      return { kind, condition: `${dice.pick(names.conditions)} = 1` };
    case 'error':
      return { kind, code: dice.pick(['E1', 'E2', null]) };
    case 'escalation':
      return { kind, code: dice.pick(['X1', 'X2', null]) };
    default:
      throw new RangeError(`a random model waits for no ${kind}`);
  }
}

/** What an intermediate catch event waits for. */
export function randomCatch(dice: Dice): Trigger {
  return several(dice, OUTSIDE, 'inFlow');
}

/**
 * What a boundary event or the start of an event subprocess waits for. A timer that does not interrupt may be a cycle
 * with an end.
 */
export function randomHandler(dice: Dice): { readonly trigger: Trigger; readonly interrupting: boolean } {
  const interrupting = dice.chance(0.5);
  if (dice.chance(0.35)) {
    const kind = dice.pick(INSIDE);
    return {
      trigger: { events: [randomEvent(dice, kind)], parallel: false },
      interrupting: kind === 'error' || interrupting,
    };
  }
  if (!interrupting && dice.chance(0.15)) {
    const cycle = { kind: 'timer', timer: { type: 'cycle', source: 'R2/PT1H' } } as const;
    return { trigger: { events: [cycle], parallel: false }, interrupting };
  }
  return { trigger: several(dice, OUTSIDE, interrupting ? 'inFlow' : 'adding'), interrupting };
}

/** Mostly one trigger; of several each is of another kind. */
function several(dice: Dice, kinds: readonly [TriggerKind, ...TriggerKind[]], purpose: Purpose): Trigger {
  const first = dice.pick(kinds);
  const others = dice.chance(0.15) ? kinds.filter((kind) => kind !== first).slice(0, dice.between(1, 2)) : [];
  return {
    events: [first, ...others].map((kind) => randomEvent(dice, kind, purpose)),
    parallel: others.length > 0 && dice.chance(0.5),
  };
}
