import type { DecisionInput } from '@dealwright/api/contract';
import { type JSX, Match, Switch } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { Field, Select, TextInput } from '../../../ui/index.ts';
import { decisionTexts as texts } from './texts.ts';
import { jsonSample, tryKind } from './tryValue.ts';
import { typeText } from './typeText.ts';

/** One value to try a decision with, asked for by its type. */
export function TryField(props: {
  input: DecisionInput;
  value: string;
  error: string | null;
  onValue: (value: string) => void;
}): JSX.Element {
  const kind = () => tryKind(props.input);
  const name = () => props.input.path.join('.');
  const label = () => (props.input.label === name() ? name() : `${props.input.label} (${name()})`);
  const hint = () => {
    if (kind() === 'any') return t(texts.anyHint);
    if (kind() === 'json') return t(texts.jsonHint, { sample: jsonSample(props.input) });
    return kind() === 'number' || kind() === 'text' ? typeText(props.input.type) || undefined : undefined;
  };
  const options = () =>
    kind() === 'boolean'
      ? [
          { value: 'true', label: t(texts.yes) },
          { value: 'false', label: t(texts.no) },
        ]
      : props.input.choices.map((choice) => ({ value: String(choice), label: String(choice) }));
  return (
    <Field label={label()} hint={hint()} error={props.error}>
      {(control) => (
        <Switch
          fallback={
            <TextInput
              {...control}
              value={props.value}
              onValue={props.onValue}
              autocomplete="off"
              inputMode={kind() === 'number' ? 'decimal' : 'text'}
              type={kind() === 'date' ? 'date' : 'text'}
            />
          }
        >
          <Match when={kind() === 'boolean' || kind() === 'choice'}>
            <Select
              {...control}
              value={props.value}
              options={options()}
              placeholder={t(texts.tryEmpty)}
              onValue={props.onValue}
            />
          </Match>
        </Switch>
      )}
    </Field>
  );
}
