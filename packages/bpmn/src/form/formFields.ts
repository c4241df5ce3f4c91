import type { FormComponent, FormSchema } from '../ProcessGraph.ts';

/** An input component of a form: one that holds a value. */
export interface FormField {
  /** path of the value: group paths and the component's key, joined by "." */
  readonly key: string;
  readonly type: string;
  readonly component: FormComponent;
}

/** Types of form-js that show something but hold no value. */
const PRESENTATIONAL = new Set(['text', 'html', 'image', 'separator', 'spacer', 'button', 'table', 'iframe', 'documentPreview']);

/**
 * The fields of a form-js schema in reading order, those in groups included. A group with a `path` puts its
 * fields under that path. Dynamic lists hold rows, not single values: each counts as one field under its path.
 */
export function formFields(schema: FormSchema): readonly FormField[] {
  const fields: FormField[] = [];
  const visit = (components: readonly FormComponent[], prefix: string): void => {
    for (const component of components) {
      const path = typeof component['path'] === 'string' && component['path'] !== '' ? component['path'] : null;
      if (component.type === 'group') {
        visit(component.components ?? [], path === null ? prefix : `${prefix}${path}.`);
      } else if (component.type === 'dynamiclist') {
        if (path !== null) fields.push({ key: `${prefix}${path}`, type: 'dynamiclist', component });
      } else if (!PRESENTATIONAL.has(component.type) && component.key !== undefined && component.key !== '') {
        fields.push({ key: `${prefix}${component.key}`, type: component.type, component });
      }
    }
  };
  visit(schema.components, '');
  return fields;
}
