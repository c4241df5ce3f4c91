import type { JSX } from 'solid-js';
import { Field, Select, type SelectOption } from '../../../ui/index.ts';

/** A labelled choice of one. A value that no option has is offered as it stands: a model drawn elsewhere keeps it. */
export function SelectField(props: {
  label: string;
  value: string;
  options: readonly SelectOption[];
  onValue: (value: string) => void;
  placeholder?: string;
  hint?: string;
}): JSX.Element {
  const options = () =>
    props.value === '' || props.options.some((option) => option.value === props.value)
      ? props.options
      : [...props.options, { value: props.value, label: props.value }];
  return (
    <Field label={props.label} hint={props.hint}>
      {(control) => (
        <Select
          {...control}
          compact
          value={props.value}
          options={options()}
          onValue={props.onValue}
          {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        />
      )}
    </Field>
  );
}
