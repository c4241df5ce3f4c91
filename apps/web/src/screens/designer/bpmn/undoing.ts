import { is, listOf, type ModdleNode } from '../../../diagram/moddle.ts';
import type { Service } from './drawing.ts';
import type { Element, Shape } from './Services.ts';
import { reveal } from './reveal.ts';
import { together } from './togetherHandler.ts';

const COMPENSATION = 'bpmn:CompensateEventDefinition';

/** Whether an element is the boundary event that leads to the step that undoes its activity. */
export function isUndoEvent(element: Element): boolean {
  return (
    is(element.businessObject, 'bpmn:BoundaryEvent') &&
    listOf(element.businessObject as ModdleNode, 'eventDefinitions').some(({ $type }) => $type === COMPENSATION)
  );
}

/** The boundary event from which an activity is undone; null when it has none. */
export function undoEventOf(activity: Element): Shape | null {
  return (((activity as Shape).attachers ?? []) as Shape[]).find(isUndoEvent) ?? null;
}

/** The step that an undo event leads to (BPMN 2.0.2, 10.7.1, joined by an association). */
export function undoStepOf(event: Element): Shape | null {
  const [found] = (event.outgoing ?? []).flatMap(({ target }) =>
    target && isActivity(target as Element) ? [target as Shape] : [],
  );
  return found ?? null;
}

/** The activity that a step undoes; null when it undoes none. */
export function undoneBy(step: Element): Shape | null {
  const [event] = (step.incoming ?? []).flatMap(({ source }) =>
    source && isUndoEvent(source as Element) ? [source as Shape] : [],
  );
  return (event?.host as Shape | undefined) ?? null;
}

/** The steps that could undo an activity: beside it, for nothing else, and not in the flow. */
export function freeUndoSteps(service: Service, activity: Element): readonly Shape[] {
  return siblings(service, activity).filter((shape) => {
    const flows = [...(shape.incoming ?? []), ...(shape.outgoing ?? [])];
    return shape !== activity && isActivity(shape) && flows.length === 0 && !(shape.attachers ?? []).length;
  });
}

/**
 * What compensation can be thrown for from an event: activities of its scope that have an undo step or hold activities
 * that do; from an event subprocess also those of the scope around it (BPMN 2.0.2, 10.5.6).
 */
export function undoable(service: Service, event: Element): readonly Shape[] {
  const parent = event.parent as Element | undefined;
  const inEventSubProcess = (parent?.businessObject as ModdleNode | undefined)?.get('triggeredByEvent') === true;
  const around = inEventSubProcess && parent ? siblings(service, parent) : [];
  return [...siblings(service, event), ...around].filter(
    (shape) =>
      isActivity(shape) &&
      (undoEventOf(shape) !== null || is(shape.businessObject, 'bpmn:SubProcess')) &&
      shape !== parent,
  );
}

/** Joins an activity with the step that undoes it, a new one where none is given; one undo takes all of it back. */
export function setUndoStep(service: Service, activity: Shape, step: Shape | null): void {
  const modeling = service('modeling');
  const factory = service('elementFactory');
  let shown: Shape | null = step;
  together(service('commandStack'), () => {
    const event = undoEventOf(activity) ?? attachUndoEvent(service, activity);
    if (step) modeling.connect(event, step);
    else {
      const made = factory.createShape({ type: 'bpmn:UserTask', isForCompensation: true });
      shown = service('autoPlace').append(event, made);
    }
  });
  if (!shown) return;
  if (!step) service('selection').select(shown);
  reveal(service('canvas'), shown);
}

/** Takes the undo event off an activity; the step that it led to stays, as an ordinary one. */
export function removeUndo(service: Service, activity: Shape): void {
  const event = undoEventOf(activity);
  if (event) service('modeling').removeShape(event);
}

function attachUndoEvent(service: Service, activity: Shape): Shape {
  const event = service('elementFactory').createShape({
    type: 'bpmn:BoundaryEvent',
    eventDefinitionType: COMPENSATION,
  });
  const position = { x: activity.x + activity.width / 2, y: activity.y + activity.height };
  return service('modeling').createShape(event, position, activity, { attach: true });
}

function siblings(service: Service, element: Element): readonly Shape[] {
  const scope = scopeOf(element);
  return (service('elementRegistry').getAll() as Element[]).filter(
    (other): other is Shape =>
      is(other.businessObject, 'bpmn:FlowNode') &&
      !(other as { labelTarget?: Element }).labelTarget &&
      scopeOf(other) === scope,
  );
}

/** The process or subprocess that holds an element, as the model has it: lanes and pools are none. */
function scopeOf(element: Element): ModdleNode | null {
  return (element.businessObject as ModdleNode).$parent ?? null;
}

function isActivity(element: Element): boolean {
  return is(element.businessObject, 'bpmn:Activity');
}
