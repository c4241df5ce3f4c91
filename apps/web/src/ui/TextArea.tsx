import { type JSX, splitProps } from 'solid-js';
import './Field.css';

export type TextAreaProps = Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, 'onInput' | 'onChange'> & {
  onValue?: (value: string) => void;
};

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const [own, rest] = splitProps(props, ['onValue', 'class']);
  return (
    <textarea
      {...rest}
      class={`input ${own.class ?? ''}`}
      onInput={(event) => own.onValue?.(event.currentTarget.value)}
    />
  );
}
