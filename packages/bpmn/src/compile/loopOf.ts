import type { DialectReading } from '../dialects/Dialect.ts';
import { stripEquals } from '../dialects/expressions.ts';
import { many, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { EventDefinition, LoopDefinition, MultiInstance } from '../ProcessGraph.ts';
import { expressionOf } from './expressionOf.ts';
import { variableName } from './variableName.ts';

/** Reads an event definition that a loop throws. */
type ReadEvent = (definition: BpmnElement) => EventDefinition | null;

/** How an activity is repeated (BPMN 2.0.2, 10.3.8); null when it runs once. */
export function loopOf(element: BpmnElement, dialect: DialectReading, readEvent: ReadEvent): LoopDefinition | null {
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
  return { ...multiInstance(loop, readEvent), ...dialect.loop };
}

function multiInstance(loop: BpmnElement, readEvent: ReadEvent): MultiInstance {
  const behavior = (text(loop, 'behavior') ?? 'All').toLowerCase();
  const inputData = one(loop, 'loopDataInputRef');
  const outputData = one(loop, 'loopDataOutputRef');
  const inputItem = one(loop, 'inputDataItem');
  const outputItem = one(loop, 'outputDataItem');
  const eventRef = one(loop, behavior === 'none' ? 'noneBehaviorEventRef' : 'oneBehaviorEventRef');
  const collection = text(loop, 'dw:collection');
  const outputExpression = text(loop, 'dw:outputItem');
  return {
    kind: 'multiInstance',
    sequential: loop.get('isSequential') === true,
    cardinality: expressionOf(loop, 'loopCardinality'),
    collection: collection === undefined ? (inputData ? variableName(inputData) : null) : stripEquals(collection),
    inputItem: text(loop, 'dw:item') ?? (inputItem ? variableName(inputItem) : null),
    outputCollection: text(loop, 'dw:outputCollection') ?? (outputData ? variableName(outputData) : null),
    outputItem:
      outputExpression === undefined ? (outputItem ? variableName(outputItem) : null) : stripEquals(outputExpression),
    completionCondition: expressionOf(loop, 'completionCondition'),
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
