import EventBus from 'diagram-js/lib/core/EventBus';
import { expect, test } from 'vitest';
import type { ModdleNode } from '../../../diagram/moddle.ts';
import { create } from '../../../testing/testModel.ts';
import { rootElementsModule } from './rootElements.ts';

const message = create('bpmn:Message', { id: 'Paid', name: 'Paid' });
const timed = () => create('bpmn:TimerEventDefinition', {});
const awaiting = (messageRef: ModdleNode) => create('bpmn:MessageEventDefinition', { messageRef });

function open(): { bus: EventBus; definitions: ModdleNode } {
  const bus = new EventBus();
  const definitions = create('bpmn:Definitions', { rootElements: [] });
  const services: Readonly<Record<string, unknown>> = {
    bpmnFactory: { create: (type: string) => create(type, {}) },
    moddleCopy: {
      copyElement: (from: ModdleNode, to: ModdleNode) => Object.assign(to, { id: `${from.id}-copy`, name: from.name }),
    },
  };
  const [, Behavior] = rootElementsModule.rootElementReferenceBehavior as [string, new (...args: unknown[]) => unknown];
  const behavior = new Behavior(bus, { get: (name: string) => services[name] }, { getDefinitions: () => definitions });
  expect(behavior).toBeDefined();
  return { bus, definitions };
}

test('a message that is referred to by the second trigger alone is added to the model, and taken out by undo', () => {
  const { bus, definitions } = open();
  const businessObject = create('bpmn:StartEvent', { eventDefinitions: [timed(), awaiting(message)] });
  const context = { element: { businessObject } };
  bus.fire('commandStack.element.updateProperties.executed', { context });
  expect(definitions.get('rootElements')).toEqual([message]);
  bus.fire('commandStack.element.updateProperties.reverted', { context });
  expect(definitions.get('rootElements')).toEqual([]);
});

test('what a copied event refers to goes along; into another model as a copy', () => {
  const { bus } = open();
  const businessObject = create('bpmn:StartEvent', { eventDefinitions: [timed(), awaiting(message)] });
  const descriptor = {};
  bus.fire('copyPaste.copyElement', { element: { businessObject }, descriptor });
  const second = create('bpmn:MessageEventDefinition', {});
  const pasted = create('bpmn:StartEvent', { eventDefinitions: [timed(), second] });
  bus.fire('copyPaste.pasteElement', { descriptor: Object.assign(descriptor, { businessObject: pasted }) });
  expect((second.get('messageRef') as ModdleNode).name).toBe('Paid');
  expect(second.get('messageRef')).not.toBe(message);
});
