import type { FormComponent, FormSchema } from '@dealwright/bpmn/types';
import { extensionsOf, type ModdleNode, textOf } from '../../../diagram/moddle.ts';
import type { Create } from './Create.ts';

export interface TaskForm {
  readonly schema: FormSchema;
  readonly fieldBudget: number | null;
}

/** What is wrong with a form that stands in the model; the panel shows it and changes nothing. */
export class UnreadableForm extends Error {
  readonly code = 'form-unreadable';
}

/** The form of a task, or null. Throws `UnreadableForm` when the text is no form-js schema. */
export function readForm(node: ModdleNode): TaskForm | null {
  const [found] = extensionsOf(node, 'dw:Form');
  if (!found) return null;
  const budget = found.get('fieldBudget');
  return { schema: parseSchema(textOf(found, 'schema')), fieldBudget: typeof budget === 'number' ? budget : null };
}

function parseSchema(text: string): FormSchema {
  if (text.trim() === '') return { type: 'default', components: [] };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new UnreadableForm(error instanceof Error ? error.message : String(error));
  }
  if (typeof parsed !== 'object' || parsed === null || !('components' in parsed) || !Array.isArray(parsed.components)) {
    throw new UnreadableForm('components');
  }
  return parsed as FormSchema;
}

/** The extension element; an empty form without a budget needs none. */
export function writeForm(form: TaskForm, create: Create): ModdleNode[] {
  if (form.schema.components.length === 0 && form.fieldBudget === null) return [];
  return [
    create('dw:Form', {
      schema: JSON.stringify(form.schema),
      ...(form.fieldBudget === null ? {} : { fieldBudget: form.fieldBudget }),
    }),
  ];
}

/** The components that take an answer. */
export function fieldsOf(components: readonly FormComponent[]): readonly FormComponent[] {
  return components.flatMap((component) => [
    ...(component.key === undefined ? [] : [component]),
    ...fieldsOf(component.components ?? []),
  ]);
}
