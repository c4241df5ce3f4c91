import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import type { FormError, Language } from '@dealwright/api/contract';
import type { FormSchema } from '@dealwright/bpmn';
import { localizeForm } from '@dealwright/bpmn/form';
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

interface Validator {
  validateField(field: { readonly key?: string }, value: unknown): string[];
}
interface FieldRegistry {
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
  function localValidator(validator: Validator): void {
    const check = validator.validateField.bind(validator);
    validator.validateField = (field, value) => {
      const messages = check(field, value).map(translateFormMessage);
      const refusal = refused.get(field.key ?? '');
      if (refusal && Object.is(refusal.value, value)) messages.push(refusal.message);
      return messages;
    };
  }
  localValidator.$inject = ['validator'];
  const form = new Form({
    container,
    additionalModules: [{ __init__: ['localValidator'], localValidator: ['type', localValidator] }],
  });

  let current: FormValues = { ...values };
  let showing = false;
  form.on('changed', ({ data }: { data: FormValues }) => {
    // Opening a form also counts as a change for the library, but nobody typed.
    if (showing) return;
    current = { ...current, ...data };
    onChange(data);
  });
  const stopTranslating = translateFormParts(container);

  return {
    async show(language) {
      showing = true;
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
