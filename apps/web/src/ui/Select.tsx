import { For, type JSX, Show, splitProps } from 'solid-js';
import './Field.css';

export interface SelectOption {
  value: string;
  label: string;
}
export type SelectProps = Omit<JSX.SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'onInput' | 'value'> & {
  value: string;
  options: readonly SelectOption[];
  /** shown as the empty choice */
  placeholder?: string;
  compact?: boolean;
  onValue: (value: string) => void;
};

/** The platform's own select: best on phones, with a screen reader and with type-ahead. */
export function Select(props: SelectProps) {
  const [own, rest] = splitProps(props, ['value', 'options', 'placeholder', 'onValue', 'class', 'compact']);
  return (
    <select
      {...rest}
      class={`input ${own.compact ? 'input--sm' : ''} ${own.class ?? ''}`}
      onChange={(event) => own.onValue(event.currentTarget.value)}
    >
      <Show when={own.placeholder !== undefined}>
        <option value="" selected={own.value === ''}>
          {own.placeholder}
        </option>
      </Show>
      <For each={own.options}>
        {(option) => (
          <option value={option.value} selected={option.value === own.value}>
            {option.label}
          </option>
        )}
      </For>
    </select>
  );
}
