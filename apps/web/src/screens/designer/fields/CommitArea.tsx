import { type JSX, splitProps } from 'solid-js';

export type CommitAreaProps = Omit<
  JSX.TextareaHTMLAttributes<HTMLTextAreaElement>,
  'onInput' | 'onChange' | 'value'
> & {
  value: string;
  onCommit: (value: string) => void;
};

/** Several lines of text, written when one leaves the field. */
export function CommitArea(props: CommitAreaProps): JSX.Element {
  const [own, rest] = splitProps(props, ['value', 'onCommit', 'class']);
  return (
    <textarea
      {...rest}
      class={`input input--sm ${own.class ?? ''}`}
      value={own.value}
      onChange={(event) => {
        const input = event.currentTarget;
        if (input.value !== own.value) own.onCommit(input.value);
        // What was refused, or written in another form, is not left standing.
        input.value = own.value;
      }}
    />
  );
}
