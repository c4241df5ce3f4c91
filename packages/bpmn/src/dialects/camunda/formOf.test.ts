import { expect, it } from 'vitest';
import { file, at, user, field, component } from '../../test/camundaSnippets.ts';
import { tableOf, type DialectRow } from '../../test/DialectRow.ts';
import { readNode } from '../../test/readNode.ts';

const FORMS: readonly DialectRow[] = [
  [
    'a text',
    field('label="Name" type="string" defaultValue="x"'),
    component({ type: 'textfield', label: 'Name', defaultValue: 'x' }),
  ],
  [
    'a number',
    field('type="long" defaultValue="3"'),
    component({ type: 'number', decimalDigits: 0, label: 'f', defaultValue: 3 }),
  ],
  ['a box to tick', field('type="boolean" defaultValue="true"'), component({ type: 'checkbox', defaultValue: true })],
  ['a date', field('label="When" type="date"'), component({ type: 'datetime', subtype: 'date', dateLabel: 'When' })],
  [
    'a choice',
    field('type="enum" defaultValue="b"', '<c7:value id="a" name="A" /><c7:value id="b" />'),
    component({
      type: 'select',
      values: [
        { label: 'A', value: 'a' },
        { label: 'b', value: 'b' },
      ],
      defaultValue: 'b',
    }),
  ],
  [
    'constraints',
    field(
      'type="string"',
      '<c7:validation><c7:constraint name="required" /><c7:constraint name="minlength" config="2" /><c7:constraint name="maxlength" config="9" /><c7:constraint name="readonly" /></c7:validation>',
    ),
    component({
      validate: { required: true, minLength: 2, maxLength: 9 },
      readonly: true,
    }),
  ],
  [
    'bounds',
    field(
      'type="long"',
      '<c7:validation><c7:constraint name="min" config="1" /><c7:constraint name="max" config="5" /></c7:validation>',
    ),
    component({ validate: { min: 1, max: 5 } }),
  ],
  [
    'a constraint of its own',
    field('type="string"', '<c7:validation><c7:constraint name="validator" config="com.X" /></c7:validation>'),
    component({ type: 'textfield' }),
    ['c7:constraint (f: validator)'],
  ],
  [
    'a default by an expression',
    field('type="string" defaultValue="${x}"'),
    component({ type: 'textfield' }),
    ['c7:formField (f: defaultValue)'],
  ],
  ['a type of its own', field('type="money"'), { business: { form: null } }, ['c7:formField (f)']],
  [
    'at a start event',
    at('startEvent', '', '<c7:formData><c7:formField id="f" type="string" /></c7:formData>'),
    component({ type: 'textfield' }),
  ],
  [
    'the business key',
    user('', '<c7:formData businessKey="f"><c7:formField id="f" type="string" /></c7:formData>'),
    component({}),
    ['c7:formData (businessKey)'],
  ],
  ['formKey', user('c7:formKey="embedded:app:x.html"'), { business: { form: null } }, ['c7:formKey']],
  [
    'formRef',
    user('c7:formRef="x" c7:formRefBinding="latest"'),
    { business: { form: null } },
    ['c7:formRef', 'c7:formRefBinding'],
  ],
];

it.each(tableOf(FORMS))('Camunda 7: forms: $what', async ({ content, node, unmapped }) => {
  expect(await readNode(file(content), 'a')).toMatchObject({ node, unmapped });
});
