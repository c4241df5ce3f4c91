import { isFormSchema } from '../../compile/business.ts';
import { extensions, idOf, isA, type BpmnElement } from '../../moddle/BpmnElement.ts';
import type { FormSchema } from '../../ProcessGraph.ts';
import type { Readings } from '../Dialect.ts';
import { attributeOf, textOf, type Foreign } from '../Foreign.ts';

/** How a form key names a form that stands in the process itself. */
const EMBEDDED = 'camunda-forms:bpmn:';

/**
 * The form of a user task or start event: a form-js schema in the extension elements of its process. Forms that are
 * deployed elsewhere are named.
 */
export function formOf(foreign: Foreign, prefix: string): Readings {
  const { element } = foreign;
  if (element.$type === 'bpmn:Process') {
    for (const form of foreign.elements('userTaskForm')) {
      if (!schemaOf(form)) foreign.leave('userTaskForm', idIn(form));
    }
    return {};
  }
  if (!isA(element, 'bpmn:UserTask') && !isA(element, 'bpmn:StartEvent')) return {};
  for (const definition of foreign.elements('formDefinition')) {
    const key = attributeOf(definition, 'formKey')?.trim();
    const form = key?.startsWith(EMBEDDED) === true ? embedded(element, prefix, key.slice(EMBEDDED.length)) : undefined;
    if (form) return { form };
    foreign.leave('formDefinition');
  }
  return {};
}

function embedded(element: BpmnElement, prefix: string, id: string): FormSchema | undefined {
  let process: BpmnElement | undefined = element;
  while (process && process.$type !== 'bpmn:Process') process = process.$parent;
  const forms = process ? extensions(process, `${prefix}:userTaskForm`) : [];
  const form = forms.find((candidate) => idIn(candidate) === id);
  return form && schemaOf(form);
}

function schemaOf(form: BpmnElement): FormSchema | undefined {
  try {
    const schema: unknown = JSON.parse(textOf(form));
    return isFormSchema(schema) ? schema : undefined;
  } catch {
    return undefined;
  }
}

function idIn(form: BpmnElement): string {
  return attributeOf(form, 'id') ?? idOf(form);
}
