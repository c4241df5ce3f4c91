import { isA, type BpmnElement } from '../../moddle/BpmnElement.ts';
import type { FormComponent } from '../../ProcessGraph.ts';
import type { Readings } from '../Dialect.ts';
import { attributeOf, childrenOf, type Foreign } from '../Foreign.ts';

/** form-js components by Camunda's types of fields. */
const COMPONENTS: Readonly<Record<string, Partial<FormComponent> & { readonly type: string }>> = {
  string: { type: 'textfield' },
  long: { type: 'number', decimalDigits: 0 },
  boolean: { type: 'checkbox' },
  date: { type: 'datetime', subtype: 'date' },
  enum: { type: 'select' },
};

/** Constraints with a number, by Camunda's names. */
const LIMITS: Readonly<Record<string, string>> = {
  min: 'min',
  max: 'max',
  minlength: 'minLength',
  maxlength: 'maxLength',
};

/** `formData` of a user task or start event as a form-js schema. */
export function formOf(foreign: Foreign): Readings {
  if (!isA(foreign.element, 'bpmn:UserTask') && !isA(foreign.element, 'bpmn:StartEvent')) return {};
  const holders = foreign.elements('formData');
  for (const holder of holders) {
    if (attributeOf(holder, 'businessKey') !== undefined) foreign.leave('formData', 'businessKey');
  }
  const components = holders
    .flatMap((holder) => childrenOf(holder, 'formField'))
    .flatMap((field) => componentOf(foreign, field));
  return components.length === 0 ? {} : { form: { type: 'default', components } };
}

function componentOf(foreign: Foreign, field: BpmnElement): readonly FormComponent[] {
  const key = attributeOf(field, 'id')?.trim();
  const type = attributeOf(field, 'type')?.trim() ?? 'string';
  const component = Object.hasOwn(COMPONENTS, type) ? COMPONENTS[type] : undefined;
  if (key === undefined || !component) {
    foreign.leave('formField', key ?? '');
    return [];
  }
  const label = attributeOf(field, 'label') ?? key;
  return [
    {
      ...component,
      key,
      ...(type === 'date' ? { dateLabel: label } : { label }),
      ...(type === 'enum' && { values: childrenOf(field, 'value').map(optionOf) }),
      ...defaultOf(foreign, field, key, type),
      ...constraintsOf(foreign, field, key),
    },
  ];
}

function optionOf(value: BpmnElement): { readonly label: string; readonly value: string } {
  const id = attributeOf(value, 'id') ?? '';
  return { label: attributeOf(value, 'name') ?? id, value: id };
}

function defaultOf(foreign: Foreign, field: BpmnElement, key: string, type: string): Partial<FormComponent> {
  const text = attributeOf(field, 'defaultValue');
  if (text === undefined) return {};
  if (type === 'string' && !/[$#]\{/.test(text)) return { defaultValue: text };
  if (type === 'enum' && childrenOf(field, 'value').some((value) => attributeOf(value, 'id') === text)) {
    return { defaultValue: text };
  }
  if (type === 'long' && /^\s*-?\d{1,15}\s*$/.test(text)) return { defaultValue: Number(text) };
  if (type === 'boolean' && /^\s*(true|false)\s*$/.test(text)) return { defaultValue: text.trim() === 'true' };
  foreign.leave('formField', `${key}: defaultValue`);
  return {};
}

function constraintsOf(foreign: Foreign, field: BpmnElement, key: string): Partial<FormComponent> {
  const validate: Record<string, boolean | number> = {};
  let readonly = false;
  for (const constraint of childrenOf(field, 'validation').flatMap((holder) => childrenOf(holder, 'constraint'))) {
    const name = attributeOf(constraint, 'name') ?? '';
    const config = attributeOf(constraint, 'config');
    const limit = Object.hasOwn(LIMITS, name) ? LIMITS[name] : undefined;
    if (name === 'required') validate['required'] = config?.trim() !== 'false';
    else if (name === 'readonly') readonly = config?.trim() !== 'false';
    else if (limit !== undefined && config !== undefined && Number.isFinite(Number(config)))
      validate[limit] = Number(config);
    else foreign.leave('constraint', `${key}: ${name}`);
  }
  return { ...(Object.keys(validate).length > 0 && { validate }), ...(readonly && { readonly }) };
}
