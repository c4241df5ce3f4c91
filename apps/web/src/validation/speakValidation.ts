import { validityText } from './validityText.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * The browser's bubbles on fields speak the browser's language, which need not be the product's. From now on they
 * speak the product's. The message is taken away before the field is judged again, else it would stay wrong for ever.
 */
export function speakValidation(root: Document): void {
  const own = new WeakSet<Field>();
  const silence = (field: Field) => {
    if (own.delete(field)) field.setCustomValidity('');
  };
  const at = (event: Event, run: (field: Field) => void) => {
    if (isField(event.target)) run(event.target);
  };
  root.addEventListener(
    'invalid',
    (event) =>
      at(event, (field) => {
        silence(field);
        if (field.validity.customError) return;
        field.setCustomValidity(validityText(field));
        own.add(field);
      }),
    true,
  );
  for (const name of ['input', 'change']) root.addEventListener(name, (event) => at(event, silence), true);
  // a press of a form's button, which Enter counts as too, comes before the form is judged
  root.addEventListener(
    'click',
    ({ target }) => {
      const form = target instanceof Element ? target.closest<HTMLButtonElement>('button')?.form : null;
      for (const field of form?.elements ?? []) if (isField(field)) silence(field);
    },
    true,
  );
}

function isField(target: EventTarget | null): target is Field {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
