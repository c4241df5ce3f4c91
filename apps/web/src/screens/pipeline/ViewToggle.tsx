import { For, type JSX } from 'solid-js';
import { IconButton } from '../../ui/index.ts';

/** A choice between two faces of the same data. */
export function ViewToggle<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon: JSX.Element }[];
  onValue: (value: Value) => void;
}) {
  return (
    <div class="view-toggle" role="group" aria-label={props.label}>
      <For each={props.options}>
        {(option) => (
          <IconButton
            size="sm"
            label={option.label}
            icon={option.icon}
            aria-pressed={props.value === option.value}
            onClick={() => props.onValue(option.value)}
          />
        )}
      </For>
    </div>
  );
}
