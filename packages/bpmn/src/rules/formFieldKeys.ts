import { formOf } from '../compile/business.ts';
import { formFields } from '../form/formFields.ts';
import type { BpmnElement } from '../moddle/BpmnElement.ts';

/** Keys of all fields in the forms of the nodes. */
export function formFieldKeys(nodes: readonly BpmnElement[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const node of nodes) {
    const form = formOf(node);
    if (form) for (const field of formFields(form)) keys.add(field.key);
  }
  return keys;
}
