import { idOf, nameOf, one, type BpmnElement } from '../moddle/BpmnElement.ts';

/**
 * The variable that a data element stands for: its name, else its id. A reference stands for the data object or store
 * that it points to, so that all references to one object are one variable (BPMN 2.0.2, 10.4.1).
 */
export function variableName(element: BpmnElement): string {
  const whole = one(element, 'dataObjectRef') ?? one(element, 'dataStoreRef') ?? element;
  return nameOf(whole).trim() || idOf(whole) || nameOf(element).trim() || idOf(element);
}
