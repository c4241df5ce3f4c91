import { type JSX, splitProps } from 'solid-js';
import './Field.css';

export type TextInputProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput' | 'onChange'> & {
  size?: never;
  compact?: boolean;
  onValue?: (value: string) => void;
};

/** A single line of text, a number or a date; `onValue` gets every keystroke. */
export function TextInput(props: TextInputProps) {
  const [own, rest] = splitProps(props, ['onValue', 'class', 'compact']);
  return (
    <input
      {...rest}
      class={`input ${own.compact ? 'input--sm' : ''} ${own.class ?? ''}`}
      onInput={(event) => own.onValue?.(event.currentTarget.value)}
    />
  );
}
