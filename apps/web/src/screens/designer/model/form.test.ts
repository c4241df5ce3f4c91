import { expect, test } from 'vitest';
import { fieldsOf, readForm, UnreadableForm, writeForm } from './form.ts';
import { DEAL_FIELDS } from './formFields.ts';
import { formFieldKeys } from './formFieldKeys.ts';
import { carrying, create, throughFile } from '../../../testing/testModel.ts';

const schema = { type: 'default' as const, components: DEAL_FIELDS };

test('a form and its budget come back from a file as they went in', async () => {
  const task = await throughFile(carrying('bpmn:UserTask', writeForm({ schema, fieldBudget: 6 }, create)));
  expect(readForm(task)).toEqual({ schema, fieldBudget: 6 });
  expect(formFieldKeys(task)).toEqual(['deal_value', 'deal_expected_close', 'deal_next_step', 'loss_reason']);
});

test('a form that is no form is told and not replaced', () => {
  const broken = carrying('bpmn:UserTask', [create('dw:Form', { schema: '{"components": 3}' })]);
  expect(() => readForm(broken)).toThrow(UnreadableForm);
  expect(formFieldKeys(broken)).toEqual([]);
});

test('fields inside groups count', () => {
  const group = { type: 'group', components: [{ type: 'textfield', key: 'a' }, { type: 'text' }] };
  expect(fieldsOf([group, { type: 'number', key: 'b' }]).map((field) => field.key)).toEqual(['a', 'b']);
});

test('an empty form without a budget leaves nothing in the model', () => {
  expect(writeForm({ schema: { type: 'default', components: [] }, fieldBudget: null }, create)).toEqual([]);
});
