import type { JSX } from 'solid-js';
import { Field } from '../../../ui/index.ts';
import { CommitInput } from './CommitInput.tsx';

/** A labelled number, or nothing. Text that is no number is put back. */
export function NumberField(props: {
  label: string;
  value: number | null;
  onCommit: (value: number | null) => void;
  min?: number;
  step?: string;
  hint?: string;
  error?: string | null;
}): JSX.Element {
  const text = () => (props.value === null ? '' : String(props.value));
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(control) => (
        <CommitInput
          {...control}
          type="number"
          min={props.min}
          step={props.step ?? 'any'}
          value={text()}
          onCommit={(text) => {
            const number = Number(text);
            if (text.trim() === '') props.onCommit(null);
            else if (Number.isFinite(number)) props.onCommit(number);
          }}
        />
      )}
    </Field>
  );
}
