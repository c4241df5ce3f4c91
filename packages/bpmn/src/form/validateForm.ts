import type { FormSchema } from '../ProcessGraph.ts';
import { checkConstraints } from './checkConstraints.ts';
import { checkType } from './checkType.ts';
import { formError, type FormError } from './FormError.ts';
import { formFields, type FormField } from './formFields.ts';

export type { FormError } from './FormError.ts';

export interface ValidateFormOptions {
  /**
   * Evaluates a field's hide condition (FEEL, without "=") over the submitted values. A hidden field is not
   * required. Without it no field counts as hidden.
   */
  readonly isHidden?: (expression: string, values: Readonly<Record<string, unknown>>) => boolean;
  /**
   * What the form was shown with. A field that may only be read must come back as it stood, or not at all; without
   * this, it must not come back.
   */
  readonly shown?: Readonly<Record<string, unknown>>;
}

/** More than this many wrong values are not worth a list. */
const MAX_ERRORS = 100;

/**
 * Checks submitted values against the form on the server: each value's type, the field's constraints, and that
 * nothing was submitted that the form does not ask for. An empty list means that the values can be taken as they
 * are. Follows the value types of form-js: https://github.com/bpmn-io/form-js.
 */
export function validateForm(
  schema: FormSchema,
  values: Readonly<Record<string, unknown>>,
  options: ValidateFormOptions = {},
): readonly FormError[] {
  const fields = formFields(schema);
  const errors: FormError[] = [...unknownKeys(fields, values)];
  for (const field of fields) {
    const value = valueAt(values, field.key);
    if (isEmpty(value)) {
      if (isRequired(field) && !isHidden(field, values, options)) {
        errors.push(formError(field.key, 'required', 'This field must be filled in.', '此项为必填。'));
      }
      continue;
    }
    if (isReadOnly(field, values, options)) {
      if (JSON.stringify(value) !== JSON.stringify(shownIn(field, options.shown ?? {}))) {
        errors.push(formError(field.key, 'read-only', 'This field cannot be changed.', '此项为只读，不能修改。'));
      }
      continue;
    }
    const wrongType = checkType(field, value);
    if (wrongType) errors.push(wrongType);
    else errors.push(...checkConstraints(field, value));
    if (errors.length >= MAX_ERRORS) break;
  }
  return errors.slice(0, MAX_ERRORS);
}

function isRequired({ component }: FormField): boolean {
  return component.validate?.required === true && component['disabled'] !== true && component['readonly'] !== true;
}

/** What the form shows in a field that has no value yet: its default, and a box that is not ticked. */
function shownIn({ key, type, component }: FormField, shown: Readonly<Record<string, unknown>>): unknown {
  return valueAt(shown, key) ?? component['defaultValue'] ?? (type === 'checkbox' ? false : undefined);
}

/** Disabled, or read-only: always, or by a FEEL expression, as form-js has it. */
function isReadOnly(
  { component }: FormField,
  values: Readonly<Record<string, unknown>>,
  { isHidden: evaluate }: ValidateFormOptions,
): boolean {
  if (component['disabled'] === true || component['readonly'] === true) return true;
  const condition = component['readonly'];
  if (typeof condition !== 'string' || evaluate === undefined) return false;
  return evaluate(condition.trim().replace(/^=\s*/, ''), values);
}

function isHidden(
  field: FormField,
  values: Readonly<Record<string, unknown>>,
  { isHidden: evaluate }: ValidateFormOptions,
): boolean {
  return evaluate !== undefined && field.hideConditions.some((condition) => evaluate(condition, values));
}

/** A required checkbox must be ticked, so `false` counts as not filled in only there; see `checkConstraints`. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function valueAt(values: Readonly<Record<string, unknown>>, key: string): unknown {
  let at: unknown = values;
  for (const part of key.split('.')) {
    if (!isRecord(at) || !Object.hasOwn(at, part)) return undefined;
    at = at[part];
  }
  return at;
}

/** Submitted keys that no field has. Objects are followed only as far as the form has groups. */
function unknownKeys(fields: readonly FormField[], values: Readonly<Record<string, unknown>>): readonly FormError[] {
  const leaves = new Set(fields.map((field) => field.key));
  const groups = new Set(
    fields.flatMap((field) => {
      const parts = field.key.split('.');
      return parts.slice(1).map((_part, at) => parts.slice(0, at + 1).join('.'));
    }),
  );
  const errors: FormError[] = [];
  const visit = (record: Readonly<Record<string, unknown>>, prefix: string): void => {
    for (const [name, value] of Object.entries(record)) {
      const key = `${prefix}${name}`;
      if (leaves.has(key)) continue;
      if (groups.has(key) && isRecord(value)) visit(value, `${key}.`);
      else {
        const shown = key.slice(0, 100);
        errors.push(
          formError(shown, 'unknown-field', `The form has no field "${shown}".`, `表单中没有字段“${shown}”。`),
        );
      }
      if (errors.length >= MAX_ERRORS) return;
    }
  };
  visit(values, '');
  return errors;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
