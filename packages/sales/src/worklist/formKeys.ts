import type { FormComponent, FormSchema } from '@dealwright/bpmn';

/** Keys of all fields of a form, through groups. */
export function formKeys(form: FormSchema): string[] {
  const keysOf = (component: FormComponent): string[] => [
    ...(component.key === undefined ? [] : [component.key]),
    ...(component.components ?? []).flatMap(keysOf),
  ];
  return form.components.flatMap(keysOf);
}
