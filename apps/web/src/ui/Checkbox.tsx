import { createEffect, type JSX, splitProps } from 'solid-js';
import './Field.css';

export type CheckboxProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'onInput' | 'type' | 'ref'> & {
  onValue: (checked: boolean) => void;
  /** stands for several, of which some are ticked */
  mixed?: boolean;
  children: JSX.Element;
};

/** A tick box with its label. */
export function Checkbox(props: CheckboxProps) {
  const [own, rest] = splitProps(props, ['onValue', 'children', 'class', 'mixed']);
  return (
    <label class={`checkbox ${own.class ?? ''}`}>
      <input
        {...rest}
        type="checkbox"
        ref={(input) => createEffect(() => (input.indeterminate = own.mixed ?? false))}
        onChange={(event) => own.onValue(event.currentTarget.checked)}
      />
      <span>{own.children}</span>
    </label>
  );
}
