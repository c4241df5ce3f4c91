import { type JSX, splitProps } from 'solid-js';
import './Field.css';

export type CheckboxProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'onInput' | 'type'> & {
  onValue: (checked: boolean) => void;
  children: JSX.Element;
};

/** A tick box with its label. */
export function Checkbox(props: CheckboxProps) {
  const [own, rest] = splitProps(props, ['onValue', 'children', 'class']);
  return (
    <label class={`checkbox ${own.class ?? ''}`}>
      <input {...rest} type="checkbox" onChange={(event) => own.onValue(event.currentTarget.checked)} />
      <span>{own.children}</span>
    </label>
  );
}
