import Search from 'lucide-solid/icons/search';
import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import './Field.css';
import './SearchInput.css';

const PAUSE_MS = 250;

/** A search field that tells of its text after a short pause in typing. */
export function SearchInput(props: {
  label: string;
  value: string;
  onValue: (value: string) => void;
  ref?: (input: HTMLInputElement) => void;
}) {
  const [text, setText] = createSignal(props.value);
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(on(() => props.value, setText, { defer: true }));
  onCleanup(() => clearTimeout(timer));
  return (
    <div class="search-input">
      <Search class="search-input__icon" aria-hidden="true" />
      <input
        ref={(input) => props.ref?.(input)}
        type="search"
        class="input input--sm search-input__field"
        aria-label={props.label}
        placeholder={props.label}
        value={text()}
        onInput={(event) => {
          const value = event.currentTarget.value;
          setText(value);
          clearTimeout(timer);
          timer = setTimeout(() => props.onValue(value.trim()), PAUSE_MS);
        }}
      />
    </div>
  );
}
