import { describe, expect, it } from 'vitest';
import { cpuMs } from '../test/cpuMs.ts';
import type { FormComponent, FormSchema } from '../ProcessGraph.ts';
import { validateForm } from './validateForm.ts';

const form = (...components: FormComponent[]): FormSchema => ({ type: 'default', components });
const rules = (schema: FormSchema, values: Record<string, unknown>) =>
  validateForm(schema, values).map((error) => `${error.field} ${error.rule}`);
const choice = {
  values: [
    { label: 'A', value: 'a' },
    { label: 'B', value: 'b' },
  ],
};

describe('validateForm', () => {
  it.each<[string, FormComponent, unknown, string | null]>([
    ['text', { type: 'textfield', key: 'x' }, 'hello', null],
    ['a number where text is asked', { type: 'textfield', key: 'x' }, 5, 'type'],
    ['text without end', { type: 'textarea', key: 'x' }, 'a'.repeat(20_001), 'max-length'],
    ['text that is too short', { type: 'textfield', key: 'x', validate: { minLength: 3 } }, 'ab', 'min-length'],
    ['text that is too long', { type: 'textfield', key: 'x', validate: { maxLength: 3 } }, 'abcd', 'max-length'],
    ['a matching pattern', { type: 'textfield', key: 'x', validate: { pattern: '^[A-Z]{2}\\d+$' } }, 'AB12', null],
    ['another pattern', { type: 'textfield', key: 'x', validate: { pattern: '^[A-Z]{2}\\d+$' } }, 'ab12', 'pattern'],
    [
      'an e-mail address that is none',
      { type: 'textfield', key: 'x', validate: { validationType: 'email' } as never },
      'kim@',
      'pattern',
    ],
    ['a number', { type: 'number', key: 'x', validate: { min: 0, max: 100 } }, 15.5, null],
    ['text where a number is asked', { type: 'number', key: 'x' }, '15', 'type'],
    ['not a number', { type: 'number', key: 'x' }, Number.NaN, 'type'],
    ['a number as text, where the form says so', { type: 'number', key: 'x', serializeToString: true }, '15', null],
    ['a number below', { type: 'number', key: 'x', validate: { min: 0 } }, -1, 'min'],
    ['a number above', { type: 'number', key: 'x', validate: { max: 100 } }, 101, 'max'],
    ['too many decimals', { type: 'number', key: 'x', decimalDigits: 2 }, 1.234, 'decimals'],
    ['a checkbox', { type: 'checkbox', key: 'x' }, false, null],
    ['a required checkbox, unticked', { type: 'checkbox', key: 'x', validate: { required: true } }, false, 'required'],
    ['text in a checkbox', { type: 'checkbox', key: 'x' }, 'yes', 'type'],
    ['an option', { type: 'select', key: 'x', ...choice }, 'a', null],
    ['an option that is not offered', { type: 'radio', key: 'x', ...choice }, 'c', 'option'],
    ['an object for an option', { type: 'select', key: 'x', ...choice }, { a: 1 }, 'type'],
    ['options', { type: 'checklist', key: 'x', ...choice }, ['a', 'b'], null],
    ['one option where a list is asked', { type: 'taglist', key: 'x', ...choice }, 'a', 'type'],
    ['an option twice', { type: 'checklist', key: 'x', ...choice }, ['a', 'a'], 'option'],
    ['a date', { type: 'datetime', key: 'x', subtype: 'date' }, '2026-03-31', null],
    ['a day that does not exist', { type: 'datetime', key: 'x', subtype: 'date' }, '2026-02-30', 'format'],
    ['a time', { type: 'datetime', key: 'x', subtype: 'time' }, '14:30+08:00', null],
    ['a time that does not exist', { type: 'datetime', key: 'x', subtype: 'time' }, '24:30', 'format'],
    ['a date and time', { type: 'datetime', key: 'x', subtype: 'datetime' }, '2026-03-31T14:30Z', null],
    ['a date where both are asked', { type: 'datetime', key: 'x', subtype: 'datetime' }, '2026-03-31', 'format'],
    ['nothing', { type: 'textfield', key: 'x', validate: { required: true } }, '', 'required'],
    ['nothing where nothing is needed', { type: 'number', key: 'x', validate: { min: 3 } }, null, null],
  ])('%s', (_what, component, value, rule) => {
    expect(rules(form(component), { x: value })).toEqual(rule === null ? [] : [`x ${rule}`]);
  });

  it('speaks both languages', () => {
    expect(validateForm(form({ type: 'number', key: 'x' }), { x: 'many' })).toEqual([
      { field: 'x', rule: 'type', message: { en: 'This must be a number.', zh: '此项必须为数字。' } },
    ]);
  });

  it('refuses what the form does not ask for, also within groups and from the prototype', () => {
    const schema = form({
      type: 'group',
      path: 'who',
      components: [{ type: 'textfield', key: 'name', validate: { required: true } }],
    });
    expect(rules(schema, { who: { name: 'Kim' } })).toEqual([]);
    expect(rules(schema, { who: { name: 'Kim', role: 'admin' }, more: 1 })).toEqual([
      'who.role unknown-field',
      'more unknown-field',
    ]);
    expect(rules(schema, { who: 5 })).toEqual(['who unknown-field', 'who.name required']);
    expect(rules(form({ type: 'textfield', key: 'constructor', validate: { required: true } }), {})).toEqual([
      'constructor required',
    ]);
  });

  it('does not require what is hidden, by itself or with its group', () => {
    const needed = { validate: { required: true } };
    const schema = form(
      { type: 'textfield', key: 'reason', ...needed, conditional: { hide: '=decision != "lost"' } },
      { type: 'group', conditional: { hide: '=true' }, components: [{ type: 'textfield', key: 'inner', ...needed }] },
    );
    const isHidden = (expression: string) => expression === 'true' || expression === 'decision != "lost"';
    expect(validateForm(schema, {}, { isHidden })).toEqual([]);
    expect(rules(schema, {})).toEqual(['reason required', 'inner required']);
  });

  it('is not stalled by a pattern that backtracks', async () => {
    const schema = form({ type: 'textfield', key: 'x', validate: { pattern: '^(a+)+$' } });
    const spent = await cpuMs(() => expect(rules(schema, { x: `${'a'.repeat(1999)}!` })).toEqual(['x pattern']));
    expect(spent).toBeLessThan(1000);
  });

  it.each<[string, FormComponent, unknown, string | null]>([
    ['disabled and changed', { type: 'number', key: 'x', disabled: true }, 6, 'read-only'],
    ['read-only and changed', { type: 'number', key: 'x', readonly: true }, 6, 'read-only'],
    ['read-only by a condition that holds', { type: 'number', key: 'x', readonly: '= locked' }, 6, 'read-only'],
    ['read-only by one that does not', { type: 'number', key: 'x', readonly: '= open' }, 6, null],
    ['read-only and sent back as it was', { type: 'number', key: 'x', readonly: true }, 5, null],
    ['read-only and left out', { type: 'number', key: 'x', readonly: true, validate: { required: true } }, null, null],
    ['a default that cannot be changed', { type: 'textfield', key: 'y', disabled: true, defaultValue: 'd' }, 'd', null],
    ['a box that cannot be ticked', { type: 'checkbox', key: 'y', readonly: true }, false, null],
    ['a box that cannot be ticked, ticked', { type: 'checkbox', key: 'y', readonly: true }, true, 'read-only'],
  ])('took a value for a field that may only be read: %s', (_, component, value, rule) => {
    const options = { shown: { x: 5 }, isHidden: (condition: string) => condition === 'locked' };
    const errors = validateForm(form(component), { [component.key ?? '']: value }, options);
    expect(errors.map((error) => error.rule)).toEqual(rule === null ? [] : [rule]);
  });
});
