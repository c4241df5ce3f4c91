import { type JSX, splitProps } from 'solid-js';

export type CommitInputProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput' | 'onChange' | 'value'> & {
  value: string;
  onCommit: (value: string) => void;
  /** what stands in the field while it is being typed; nothing is written yet */
  onTyping?: ((value: string) => void) | undefined;
};

/**
 * A line of text that is written when one leaves it or presses Enter, so that undo takes back a whole edit and not a
 * letter. Escape takes back what was typed.
 */
export function CommitInput(props: CommitInputProps): JSX.Element {
  const [own, rest] = splitProps(props, ['value', 'onCommit', 'onTyping', 'class']);
  return (
    <input
      {...rest}
      class={`input input--sm ${own.class ?? ''}`}
      value={own.value}
      onChange={(event) => {
        const input = event.currentTarget;
        if (input.value !== own.value) own.onCommit(input.value);
        // What was refused, or written in another form, is not left standing.
        input.value = own.value;
      }}
      onInput={(event) => own.onTyping?.(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.value = own.value;
      }}
    />
  );
}
