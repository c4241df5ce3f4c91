import type { JSX } from 'solid-js';
import { Field } from '../../../ui/index.ts';
import { CommitInput } from './CommitInput.tsx';

/** A labelled line of text. */
export function TextField(props: {
  label: string;
  value: string;
  onCommit: (value: string) => void;
  hint?: string;
  error?: string | null;
  placeholder?: string;
  lang?: string;
  list?: string;
  onTyping?: (value: string) => void;
  mono?: boolean;
  class?: string;
}): JSX.Element {
  return (
    <Field label={props.label} hint={props.hint} error={props.error} class={props.class ?? ''}>
      {(control) => (
        <CommitInput
          {...control}
          value={props.value}
          onCommit={props.onCommit}
          placeholder={props.placeholder}
          lang={props.lang}
          list={props.list}
          onTyping={props.onTyping}
          autocomplete="off"
          class={props.mono ? 'designer__mono' : ''}
        />
      )}
    </Field>
  );
}
