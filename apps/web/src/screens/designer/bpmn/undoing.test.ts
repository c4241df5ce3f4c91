import { expect, test } from 'vitest';
import type { ModdleNode } from '../../../diagram/moddle.ts';
import { create } from '../../../testing/testModel.ts';
import type { Service } from './drawing.ts';
import type { Element, Shape } from './Services.ts';
import { freeUndoSteps, isUndoEvent, undoable, undoEventOf, undoneBy, undoStepOf } from './undoing.ts';

const process = create('bpmn:Process', { id: 'Process' });

/** A shape as bpmn-js holds it, for what is read of it here. */
function shape(type: string, properties: Readonly<Record<string, unknown>> = {}, parent: ModdleNode = process): Shape {
  const businessObject = Object.assign(create(type, properties), { $parent: parent });
  return { businessObject, incoming: [], outgoing: [], attachers: [] } as unknown as Shape;
}
function serviceOf(...shapes: Shape[]): Service {
  const service: unknown = () => ({ getAll: () => shapes });
  return service as Service;
}

const booking = shape('bpmn:ServiceTask');
const event = shape('bpmn:BoundaryEvent', { eventDefinitions: [create('bpmn:CompensateEventDefinition', {})] });
const undo = shape('bpmn:UserTask', { isForCompensation: true });
const association = { source: event, target: undo };
Object.assign(booking, { attachers: [event] });
Object.assign(event, { host: booking, outgoing: [association] });
Object.assign(undo, { incoming: [association] });

test('an activity and the step that undoes it know each other', () => {
  expect(undoEventOf(booking)).toBe(event);
  expect(isUndoEvent(event)).toBe(true);
  expect(undoStepOf(event)).toBe(undo);
  expect(undoneBy(undo)).toBe(booking);
  expect(undoneBy(booking)).toBeNull();
});

test('only steps that stand alone can become an undo step', () => {
  const alone = shape('bpmn:UserTask');
  const elsewhere = shape('bpmn:UserTask', {}, create('bpmn:Process', {}));
  const service = serviceOf(booking, event, undo, alone, elsewhere, shape('bpmn:EndEvent'));
  expect(freeUndoSteps(service, booking)).toEqual([alone]);
});

test('what can be undone is offered, from an event subprocess also what is around it', () => {
  const around = create('bpmn:SubProcess', { triggeredByEvent: true });
  const thrower = shape('bpmn:EndEvent', {}, around);
  const eventSubProcess = { ...shape('bpmn:SubProcess', {}), businessObject: around } as Shape;
  Object.assign(around, { $parent: process });
  Object.assign(thrower, { parent: eventSubProcess });
  const plain = shape('bpmn:EndEvent');
  Object.assign(plain, { parent: { businessObject: process } as Element });
  const service = serviceOf(booking, undo, eventSubProcess, thrower, plain);
  expect(undoable(service, thrower)).toEqual([booking]);
  expect(undoable(service, plain)).toContain(booking);
});
