import type { DialectReading } from '../dialects/Dialect.ts';
import { stripEquals } from '../dialects/expressions.ts';
import { renameCounters } from '../dialects/juel/feelNames.ts';
import { many, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { EventDefinition, LoopDefinition, MultiInstance } from '../ProcessGraph.ts';
import { expressionOf } from './expressionOf.ts';
import type { LoopData } from './loopData.ts';
import { variableName } from './variableName.ts';

/** Reads an event definition that a loop throws. */
type ReadEvent = (definition: BpmnElement) => EventDefinition | null;

/** How an activity is repeated (BPMN 2.0.2, 10.3.8); null when it runs once. */
export function loopOf(
  element: BpmnElement,
  dialect: DialectReading,
  data: LoopData,
  readEvent: ReadEvent,
): LoopDefinition | null {
  const loop = one(element, 'loopCharacteristics');
  if (loop?.$type === 'bpmn:StandardLoopCharacteristics') {
    const maximum: unknown = loop.get('loopMaximum');
    return {
      kind: 'standard',
      testBefore: loop.get('testBefore') === true,
      condition: expressionOf(loop, 'loopCondition'),
      // an attribute of type integer in the specification, an expression in some tools
      maximum:
        typeof maximum === 'number' || typeof maximum === 'string'
          ? String(maximum)
          : expressionOf(loop, 'loopMaximum'),
    };
  }
  if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return null;
  return multiInstance(loop, dialect.loop ?? {}, data, readEvent);
}

/** What the drawing says by our own extension, else by a dialect's, else by BPMN's own means. */
function multiInstance(
  loop: BpmnElement,
  dialect: NonNullable<DialectReading['loop']>,
  data: LoopData,
  readEvent: ReadEvent,
): MultiInstance {
  const behavior = (text(loop, 'behavior') ?? 'All').toLowerCase();
  const eventRef = one(loop, behavior === 'none' ? 'noneBehaviorEventRef' : 'oneBehaviorEventRef');
  const completionCondition = expressionOf(loop, 'completionCondition');
  const own = (property: string): string | null => {
    const source = text(loop, property);
    return source === undefined ? null : stripEquals(source);
  };
  const named = (property: string): string | null => {
    const item = one(loop, property);
    return item ? variableName(item) : null;
  };
  return {
    kind: 'multiInstance',
    sequential: loop.get('isSequential') === true,
    cardinality: expressionOf(loop, 'loopCardinality'),
    collection: own('dw:collection') ?? dialect.collection ?? data.collection,
    inputItem: text(loop, 'dw:item') ?? dialect.inputItem ?? named('inputDataItem'),
    outputCollection: text(loop, 'dw:outputCollection') ?? dialect.outputCollection ?? data.outputCollection,
    outputItem: own('dw:outputItem') ?? dialect.outputItem ?? named('outputDataItem'),
    completionCondition: completionCondition === null ? null : renameCounters(completionCondition),
    behavior: behavior === 'none' || behavior === 'one' || behavior === 'complex' ? behavior : 'all',
    behaviorEvent: eventRef && (behavior === 'none' || behavior === 'one') ? readEvent(eventRef) : null,
    complex: many(loop, 'complexBehaviorDefinition').map((definition) => {
      const event = one(definition, 'event');
      const thrown = event ? [...many(event, 'eventDefinitions'), ...many(event, 'eventDefinitionRef')] : [];
      return {
        condition: expressionOf(definition, 'condition') ?? 'true',
        events: thrown.flatMap((one) => readEvent(one) ?? []),
      };
    }),
  };
}
