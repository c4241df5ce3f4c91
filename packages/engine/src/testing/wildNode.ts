import type { EventDefinition, NodeType } from '@dealwright/bpmn';
import type { NodeSketch } from './graphOf.ts';
import type { Dice } from './random/Dice.ts';

type Sketch = Exclude<NodeSketch, string>;

/** Types as they come, those that hold a run up more often. */
const TYPES = [
  'task',
  'userTask',
  'userTask',
  'userTask',
  'manualTask',
  'serviceTask',
  'scriptTask',
  'businessRuleTask',
  'callActivity',
  'receiveTask',
  'sendTask',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'complexGateway',
  'eventBasedGateway',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'intermediateThrowEvent',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'endEvent',
] as const satisfies readonly NodeType[];

const ACTIVITY = /Task$|task$|rocess$|transaction|callActivity/;

/** Expressions: some give true or false, some a number, some what nobody wants there, and some fail. */
const CONDITIONS = ['coin1', 'coin2', 'coin3', 'nothing', 'fails'] as const;
const COUNTS = ['0', '1', '2', '3', 'fails', 'nothing'] as const;
const LISTS = ['[1,2]', '[]', '3', 'fails'] as const;

/** What an event may wait for, wherever it stands. */
export function wildTrigger(dice: Dice): EventDefinition {
  return dice.pick<EventDefinition>([
    { kind: 'timer', timer: { type: 'duration', source: 'PT1H' } },
    { kind: 'timer', timer: { type: 'cycle', source: dice.pick(['R2/PT1H', 'R/PT1H', 'nonsense']) } },
    { kind: 'message', name: 'm', correlation: dice.pick([null, null, '1', 'fails']) },
    { kind: 'signal', name: dice.pick(['s', 's', 't']) },
    { kind: 'conditional', condition: dice.pick(CONDITIONS) },
    { kind: 'error', code: dice.pick(['E', null]) },
    { kind: 'escalation', code: dice.pick(['X', null]) },
  ]);
}

function wildResult(dice: Dice, nodes: number): EventDefinition {
  return dice.pick<EventDefinition>([
    { kind: 'message', name: 'm', correlation: dice.pick([null, 'fails']) },
    { kind: 'signal', name: dice.pick(['s', 't']) },
    { kind: 'error', code: 'E' },
    { kind: 'escalation', code: 'X' },
    { kind: 'terminate' },
    { kind: 'cancel' },
    { kind: 'compensation', activity: dice.pick([-1, dice.upTo(nodes + 1)]), wait: dice.chance(0.6) },
  ]);
}

/**
 * A node as no one should draw it: of any type, with whatever can be said of one.
 *
 * @param nodes how many there are already
 */
export function wildNode(dice: Dice, nodes: number): Sketch {
  const type = TYPES[dice.upTo(TYPES.length)] ?? 'task';
  return { type, ...(ACTIVITY.test(type) ? wildActivity(dice, nodes) : {}), ...wildDetails(dice, type, nodes) };
}

function wildDetails(dice: Dice, type: NodeType, nodes: number): Partial<Sketch> {
  switch (type) {
    case 'intermediateCatchEvent':
    case 'receiveTask':
      return { events: wildEvents(dice), parallelMultiple: dice.chance(0.3), ...wildOutputs(dice) };
    case 'endEvent':
    case 'intermediateThrowEvent':
      return { events: dice.list(dice.pick([0, 1, 1, 2]), () => wildResult(dice, nodes)) };
    case 'complexGateway':
      return dice.chance(0.5) ? {} : { activationCondition: dice.pick(CONDITIONS) };
    case 'callActivity':
      return dice.chance(0.9) ? { calledElement: dice.pick(['other', 'nowhere']) } : {};
    case 'scriptTask':
      return { script: { language: 'feel', source: dice.pick(['1', 'fails']), resultVariable: 'x' } };
    case 'businessRuleTask':
      return dice.chance(0.5) ? { decision: { decisionId: 'none', resultVariable: 'y' } } : {};
    case 'adHocSubProcess':
      return {
        adHoc: {
          sequential: dice.chance(0.4),
          completionCondition: dice.pick([null, null, ...CONDITIONS]),
          cancelRemaining: dice.chance(0.5),
          activeElements: dice.pick([null, null, '"n3"', 'fails', '[]']),
        },
      };
    default:
      return {};
  }
}

/** One trigger, mostly; of several, not two alike. */
export function wildEvents(dice: Dice): readonly EventDefinition[] {
  const events = dice.list(dice.pick([1, 1, 1, 2, 3]), () => wildTrigger(dice));
  return events.filter(({ kind }, at) => events.findIndex((other) => other.kind === kind) === at);
}

function wildActivity(dice: Dice, nodes: number): Partial<Sketch> {
  return {
    ...(dice.chance(0.25) ? { loop: wildLoop(dice, nodes) } : {}),
    ...(dice.chance(0.1) ? { startQuantity: dice.between(1, 3) } : {}),
    ...(dice.chance(0.1) ? { completionQuantity: dice.between(1, 3) } : {}),
    ...(dice.chance(0.15) ? { inputs: [{ name: 'x', value: dice.pick(['1', 'fails']) }] } : {}),
    ...wildOutputs(dice),
  };
}

/** An output mapping, at times. */
export function wildOutputs(dice: Dice): Partial<Sketch> {
  return dice.chance(0.15) ? { outputs: [{ name: 'y', value: dice.pick(['1', 'fails']) }] } : {};
}

function wildLoop(dice: Dice, nodes: number): NonNullable<Sketch['loop']> {
  if (dice.chance(0.4)) {
    return {
      kind: 'standard',
      testBefore: dice.chance(0.5),
      condition: dice.pick([null, ...CONDITIONS]),
      maximum: dice.pick(COUNTS),
    };
  }
  return {
    kind: 'multiInstance',
    sequential: dice.chance(0.5),
    ...(dice.chance(0.5) ? { cardinality: dice.pick(COUNTS) } : { collection: dice.pick(LISTS), inputItem: 'item' }),
    ...(dice.chance(0.3) ? { outputCollection: 'all', outputItem: dice.pick(['item', 'fails', '1']) } : {}),
    completionCondition: dice.pick([null, null, ...CONDITIONS]),
    behavior: dice.pick(['all', 'none', 'one', 'complex']),
    behaviorEvent: dice.chance(0.5) ? wildResult(dice, nodes) : null,
    complex: dice.chance(0.3) ? [{ condition: dice.pick(CONDITIONS), events: [wildResult(dice, nodes)] }] : [],
  };
}

export function isActivity({ type }: Sketch): boolean {
  return ACTIVITY.test(type) && type !== 'eventSubProcess';
}
