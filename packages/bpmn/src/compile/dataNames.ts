import { many, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import { variableName } from './variableName.ts';

/**
 * Variables that live and die with a scope: the data objects drawn in a subprocess and its properties (BPMN 2.0.2,
 * 10.4.1). What a process holds belongs to the instance anyway.
 */
export function dataNames(scope: BpmnElement): readonly string[] {
  if (scope.$type === 'bpmn:Process') return [];
  const objects = many(scope, 'flowElements').flatMap((element) => {
    if (element.$type === 'bpmn:DataObject') return [element];
    const whole = element.$type === 'bpmn:DataObjectReference' ? one(element, 'dataObjectRef') : undefined;
    return whole && whole.$parent === scope ? [whole] : [];
  });
  return [...new Set([...objects, ...many(scope, 'properties')].map(variableName))];
}
