import { expect, test } from 'vitest';
import { referenceTo } from './rootReference.ts';
import { create } from '../../../testing/testModel.ts';

test('one message stands for all events of that name', () => {
  const message = create('bpmn:Message', { id: 'M', name: 'Order paid' });
  const signal = create('bpmn:Signal', { id: 'S', name: 'Order paid' });
  const definitions = create('bpmn:Definitions', { rootElements: [signal, message] });
  expect(referenceTo(definitions, 'bpmn:MessageEventDefinition', 'Order paid', create)).toEqual({
    target: message,
    rootElements: null,
  });
  const fresh = referenceTo(definitions, 'bpmn:ErrorEventDefinition', 'E1', create);
  expect(fresh.target.get('errorCode')).toBe('E1');
  expect(fresh.rootElements).toEqual([signal, message, fresh.target]);
});

test('an escalation is known by its code', () => {
  const definitions = create('bpmn:Definitions', { rootElements: [] });
  const { target } = referenceTo(definitions, 'bpmn:EscalationEventDefinition', 'TOO_LATE', create);
  expect(target.get('escalationCode')).toBe('TOO_LATE');
  expect(target.$type).toBe('bpmn:Escalation');
});
