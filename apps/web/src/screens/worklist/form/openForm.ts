import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import type { FormError, Language } from '@dealwright/api/contract';
import type { FormSchema } from '@dealwright/bpmn';
import { localizeForm } from '@dealwright/bpmn/form';
import { localizeCalendar } from './localizeCalendar.ts';
import { translateFormMessage } from './translateFormMessage.ts';
import { translateFormParts } from './translateFormParts.ts';

export type FormValues = Record<string, unknown>;

export interface OpenForm {
  /** shows the form in a language; values typed so far stay */
  show(language: Language): Promise<void>;
  setReadOnly(readOnly: boolean): void;
  /** checks every field and marks the wrong ones */
  submit(): { readonly values: FormValues; readonly errorCount: number };
  /** marks the fields that the server refused, until they are changed; answers the messages that fit no field */
  refuse(errors: readonly FormError[], language: Language): readonly string[];
  focusFirst(invalidOnly: boolean): void;
  destroy(): void;
}

interface FieldInstance {
  readonly id: string;
}
interface Validator {
  validateFieldInstance(instance: FieldInstance, value: unknown): string[];
}
interface FieldRegistry {
  get(id: string): { readonly key?: string } | undefined;
  getAll(): readonly { readonly key?: string }[];
}

/** Opens a task's form in an element. `onChange` gets the values after every change that a person makes. */
export function openForm(
  container: HTMLElement,
  schema: FormSchema,
  values: Readonly<FormValues>,
  onChange: (values: FormValues) => void,
): OpenForm {
  const refused = new Map<string, { readonly value: unknown; readonly message: string }>();
  function localValidator(validator: Validator, fields: FieldRegistry): void {
    const check = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (instance, value) => {
      const messages = check(instance, value).map(translateFormMessage);
      const refusal = refused.get(fields.get(instance.id)?.key ?? '');
      return refusal && Object.is(refusal.value, value) ? [...messages, refusal.message] : messages;
    };
  }
  localValidator.$inject = ['validator', 'formFieldRegistry'];
  const form = new Form({
    container,
    additionalModules: [{ __init__: ['localValidator'], localValidator: ['type', localValidator] }],
  });

  let current: FormValues = { ...values };
  let last = '';
  let showing = false;
  form.on('changed', ({ data }: { data: FormValues }) => {
    // The library also calls it a change when it opens a form and when it fills in its own empty values.
    const filled = filledIn(data);
    if (!showing && filled !== last) {
      current = { ...current, ...data };
      onChange(data);
    }
    last = filled;
  });
  const stopTranslating = translateFormParts(container);

  return {
    async show(language) {
      showing = true;
      localizeCalendar(language);
      await form.importSchema(localizeForm(schema, language), { ...current });
      showing = false;
    },
    setReadOnly: (readOnly) => form.setProperty('readOnly', readOnly),
    submit() {
      const { data, errors } = form.submit();
      return { values: data, errorCount: Object.keys(errors).length };
    },
    refuse(errors, language) {
      const known = new Set(
        form
          .get<FieldRegistry>('formFieldRegistry')
          .getAll()
          .map((field) => field.key),
      );
      const { data } = form.submit() as { data: FormValues };
      for (const error of errors) {
        refused.set(error.field, { value: data[error.field], message: error.message[language] });
      }
      form.validate();
      return errors.filter((error) => !known.has(error.field)).map((error) => error.message[language]);
    },
    focusFirst(invalidOnly) {
      const scope = invalidOnly ? '.fjs-has-errors ' : '';
      const controls = ['input', 'textarea', 'select', '[tabindex="0"]'].map((name) => scope + name).join(', ');
      container.querySelector<HTMLElement>(controls)?.focus();
    },
    destroy() {
      stopTranslating();
      form.destroy();
    },
  };
}

/** What is filled in, as text to compare: an empty text, an unticked box and nothing at all are the same. */
function filledIn(values: FormValues): string {
  const empty = (value: unknown) =>
    value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
  return JSON.stringify(values, (_key, value: unknown) => (empty(value) ? undefined : value));
}
