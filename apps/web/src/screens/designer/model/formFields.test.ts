import { expect, test } from 'vitest';
import {
  fieldLabel,
  keyFromLabel,
  newField,
  optionsFromText,
  optionsToText,
  withFieldLabel,
  withRule,
  withType,
} from './formFields.ts';

test('a new field has a key of its own', () => {
  expect(newField('number', new Set(['field_2', 'other'])).key).toBe('field_3');
  expect(newField('select', new Set()).values).toHaveLength(2);
});

test('labels in both languages stand where the form viewer and the translation look for them', () => {
  const field = withFieldLabel(withFieldLabel(newField('datetime', new Set()), 'en', 'Due'), 'zh', '截止');
  expect(field).toMatchObject({ label: 'Due', dateLabel: 'Due', properties: { 'label:zh': '截止' } });
  expect(fieldLabel(field, 'zh')).toBe('截止');
  expect(withFieldLabel(field, 'zh', '').properties).toEqual({});
});

test('another type keeps key, labels and duty, and drops what does not fit', () => {
  const number = withRule(withRule({ type: 'number', key: 'a', label: 'A' }, 'required', true), 'min', 3);
  expect(withType(number, 'textfield')).toEqual({
    type: 'textfield',
    key: 'a',
    label: 'A',
    validate: { required: true },
  });
  expect(withRule(number, 'min', undefined).validate).toEqual({ required: true });
});

test('options are written one a line in both languages', () => {
  const text = 'yes = Yes | 是\nlater\n\nno = No';
  const options = optionsFromText(text);
  expect(options).toEqual([
    { value: 'yes', label: 'Yes', 'label:zh': '是' },
    { value: 'later', label: 'later' },
    { value: 'no', label: 'No' },
  ]);
  expect(optionsToText(options)).toBe('yes = Yes | 是\nlater = later\nno = No');
});

test('a new field takes its key from its English label, once, and only a free one', () => {
  const fresh = newField('textfield', new Set());
  expect(keyFromLabel(fresh, 'Budget confirmed?', new Set())).toBe('budget_confirmed');
  expect(keyFromLabel(fresh, 'Budget confirmed?', new Set(['budget_confirmed']))).toBeNull();
  expect(keyFromLabel({ ...fresh, key: 'mine' }, 'Budget', new Set())).toBeNull();
  expect(keyFromLabel(fresh, '预算', new Set())).toBeNull();
  expect(keyFromLabel(fresh, '3rd party', new Set())).toBeNull();
});
