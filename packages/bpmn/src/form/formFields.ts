import type { FormComponent, FormSchema } from '../ProcessGraph.ts';

/** An input component of a form: one that holds a value. */
export interface FormField {
  /** path of the value: group paths and the component's key, joined by "." */
  readonly key: string;
  readonly type: string;
  readonly component: FormComponent;
  /** FEEL conditions, its own and its groups', any of which hides it when true; without the leading "=" */
  readonly hideConditions: readonly string[];
}

/** Types of form-js that show something but hold no value. */
const PRESENTATIONAL = new Set([
  'text',
  'html',
  'image',
  'separator',
  'spacer',
  'button',
  'table',
  'iframe',
  'documentPreview',
]);

/**
 * The fields of a form-js schema in reading order, those in groups included. A group with a `path` puts its
 * fields under that path. A dynamic list holds rows, not single values: it counts as one field under its path.
 */
export function formFields(schema: FormSchema): readonly FormField[] {
  const fields: FormField[] = [];
  const visit = (components: readonly FormComponent[], prefix: string, hidden: readonly string[]): void => {
    for (const component of components) {
      const path = typeof component['path'] === 'string' && component['path'] !== '' ? component['path'] : null;
      const own = hideCondition(component);
      const hideConditions = own === null ? hidden : [...hidden, own];
      const add = (key: string): void => {
        fields.push({ key: `${prefix}${key}`, type: component.type, component, hideConditions });
      };
      if (component.type === 'group') {
        visit(component.components ?? [], path === null ? prefix : `${prefix}${path}.`, hideConditions);
      } else if (component.type === 'dynamiclist') {
        if (path !== null) add(path);
      } else if (!PRESENTATIONAL.has(component.type) && component.key !== undefined && component.key !== '') {
        add(component.key);
      }
    }
  };
  visit(schema.components, '', []);
  return fields;
}

function hideCondition(component: FormComponent): string | null {
  const conditional = component['conditional'];
  if (typeof conditional !== 'object' || conditional === null || !('hide' in conditional)) return null;
  const { hide } = conditional;
  return typeof hide === 'string' && hide.trim() !== '' ? hide.trim().replace(/^=\s*/, '') : null;
}
