import { For, type JSX, Show } from 'solid-js';
import { Field, type SelectOption } from '../../../ui/index.ts';

/** A labelled choice of one among groups. A value that no group has is offered as it stands, before them. */
export function GroupedSelect(props: {
  label: string;
  value: string;
  placeholder: string;
  groups: readonly { readonly label: string; readonly options: readonly SelectOption[] }[];
  onValue: (value: string) => void;
  hint?: string | undefined;
  error?: string | null;
}): JSX.Element {
  const isOffered = () => props.groups.some(({ options }) => options.some(({ value }) => value === props.value));
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(control) => (
        <select
          {...control}
          class="input input--sm"
          onChange={(event) => {
            props.onValue(event.currentTarget.value);
          }}
        >
          <option value="" selected={props.value === ''}>
            {props.placeholder}
          </option>
          <Show when={props.value !== '' && !isOffered()}>
            <option value={props.value} selected>
              {props.value}
            </option>
          </Show>
          <For each={props.groups}>
            {(group) => (
              <optgroup label={group.label}>
                <For each={group.options}>
                  {(option) => (
                    <option value={option.value} selected={option.value === props.value}>
                      {option.label}
                    </option>
                  )}
                </For>
              </optgroup>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}
