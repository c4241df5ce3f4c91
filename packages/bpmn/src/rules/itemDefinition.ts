import { flag, isA, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';

/**
 * The item definition that says what a data element, message, signal, error or escalation carries (BPMN 2.0.2, 8.4.10
 * and 10.4.1); undefined when nothing is said. A data object reference carries what its data object does.
 */
export function itemDefinitionOf(element: BpmnElement | undefined): BpmnElement | undefined {
  if (!element) return undefined;
  if (element.$type === 'bpmn:Message') return one(element, 'itemRef');
  if (['bpmn:Signal', 'bpmn:Error', 'bpmn:Escalation'].includes(element.$type)) return one(element, 'structureRef');
  if (!isA(element, 'bpmn:ItemAwareElement')) return undefined;
  const own = one(element, 'itemSubjectRef');
  if (own || element.$type === 'bpmn:DataObject') return own;
  if (element.$type === 'bpmn:DataObjectReference') return itemDefinitionOf(one(element, 'dataObjectRef'));
  if (element.$type === 'bpmn:DataStoreReference') return itemDefinitionOf(one(element, 'dataStoreRef'));
  return undefined;
}

/** Equivalent as BPMN means it: the same definition, or two of the same structure (BPMN 2.0.2, 8.4.10). */
export function isEquivalent(a: BpmnElement | undefined, b: BpmnElement | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  const structure = text(a, 'structureRef');
  return structure !== undefined && structure === text(b, 'structureRef') && isCollection(a) === isCollection(b);
}

/** The same, but one is a single item of the collection that the other is (BPMN 2.0.2, 10.3.8). */
export function isItemOf(item: BpmnElement | undefined, collection: BpmnElement | undefined): boolean {
  if (!item || !collection || item === collection) return true;
  const structure = text(item, 'structureRef');
  return structure === undefined || structure === text(collection, 'structureRef');
}

export function isCollection(element: BpmnElement): boolean {
  return flag(element, 'isCollection');
}
