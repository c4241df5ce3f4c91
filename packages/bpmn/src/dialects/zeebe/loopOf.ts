import { isA, one } from '../../moddle/BpmnElement.ts';
import type { Readings } from '../Dialect.ts';
import { stripEquals } from '../expressions.ts';
import { attributeOf, Foreign } from '../Foreign.ts';

/** `loopCharacteristics` of the multi-instance characteristics; of an activity, those of its characteristics. */
export function loopOf(foreign: Foreign, prefix: string): Readings {
  const { element } = foreign;
  const characteristics = isA(element, 'bpmn:Activity') ? one(element, 'loopCharacteristics') : undefined;
  const at = characteristics ? new Foreign(characteristics, prefix) : foreign;
  if (!isA(at.element, 'bpmn:MultiInstanceLoopCharacteristics')) return {};
  const [definition] = at.elements('loopCharacteristics');
  if (!definition) return {};
  const collection = attributeOf(definition, 'inputCollection');
  const inputItem = attributeOf(definition, 'inputElement')?.trim();
  const outputCollection = attributeOf(definition, 'outputCollection')?.trim();
  const outputItem = attributeOf(definition, 'outputElement');
  return {
    loop: {
      ...(collection !== undefined && { collection: stripEquals(collection) }),
      ...(inputItem !== undefined && { inputItem }),
      ...(outputCollection !== undefined && { outputCollection }),
      ...(outputItem !== undefined && { outputItem: stripEquals(outputItem) }),
    },
  };
}
