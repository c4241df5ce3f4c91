import { Show } from 'solid-js';

/** Why a form could not be sent, where no one field is to blame; said aloud when it comes. */
export function FormFailure(props: { text: string | null }) {
  return (
    <Show when={props.text}>
      {(text) => (
        <p class="field__error" role="alert">
          {text()}
        </p>
      )}
    </Show>
  );
}
