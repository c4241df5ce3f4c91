import { createUniqueId, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { uiTexts as texts } from './texts.ts';
import './Field.css';

export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  'aria-required': 'true' | undefined;
}

/** A labelled control with its hint and its error. The child takes the ids that tie them together. */
export function Field(props: {
  label: string;
  hint?: string | undefined;
  error?: string | null | undefined;
  required?: boolean;
  class?: string;
  children: (control: FieldControl) => JSX.Element;
}) {
  const id = createUniqueId();
  const control: FieldControl = {
    id,
    get 'aria-describedby'() {
      return props.error ? `${id}-error` : props.hint ? `${id}-hint` : undefined;
    },
    get 'aria-invalid'() {
      return props.error ? 'true' : undefined;
    },
    get 'aria-required'() {
      return props.required ? 'true' : undefined;
    },
  };
  return (
    <div class={`field ${props.class ?? ''}`}>
      <label class="field__label" for={id}>
        {props.label}
        <Show when={props.required}>
          <span class="field__required" title={t(texts.required)} aria-hidden="true">
            *
          </span>
        </Show>
      </label>
      {props.children(control)}
      <Show when={props.hint && !props.error}>
        <p class="field__hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="field__error" id={`${id}-error`} role="alert">
          {props.error}
        </p>
      </Show>
    </div>
  );
}
