import { is, listOf, type ModdleNode } from '../../../diagram/moddle.ts';
import { fieldsOf, readForm, UnreadableForm } from './form.ts';

/** The keys of the form fields a KPI on this node may look at: its own form's, or every form's of the process. */
export function formFieldKeys(node: ModdleNode): readonly string[] {
  const nodes = is(node, 'bpmn:Process') ? listOf(node, 'flowElements') : [node];
  return [...new Set(nodes.flatMap(keysOf))];
}

function keysOf(node: ModdleNode): readonly string[] {
  try {
    return fieldsOf(readForm(node)?.schema.components ?? []).flatMap((field) => field.key ?? []);
  } catch (error) {
    // The form group of that element says what is wrong with it.
    if (error instanceof UnreadableForm) return [];
    throw error;
  }
}
