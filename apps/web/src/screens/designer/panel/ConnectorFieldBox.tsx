import { type JSX, Match, Switch } from 'solid-js';
import { language, t } from '../../../i18n/index.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { showFeelText, writeFeelText } from '../model/feelText.ts';
import { problemOf } from '../model/problemOf.ts';
import { type ConnectorField } from './connectorForms.ts';
import { connectorTexts as texts } from './connectorTexts.ts';
import { ExpressionField } from './ExpressionField.tsx';
import { useProblemsHere } from './ProblemsHere.ts';

/** One input of a connector, in the box that its kind asks for; `value` is FEEL, empty when there is none. */
export function ConnectorFieldBox(props: {
  field: ConnectorField;
  value: string;
  onValue: (feel: string) => void;
}): JSX.Element {
  const problems = useProblemsHere();
  const choice = () => (props.field.kind === 'choice' ? props.field : null);
  const expression = () => (props.field.kind === 'expression' ? props.field : null);
  const hint = () => {
    const { hint: said, example = '' } = expression() ?? {};
    return said ? { hint: t(said, { example }) } : {};
  };
  return (
    <Switch
      fallback={
        <TextField
          label={t(props.field.label)}
          value={showFeelText(props.value)}
          onCommit={(typed) => props.onValue(writeFeelText(typed))}
          hint={t(texts.textHint)}
          error={problemOf(problems(), props.value)?.message[language()] ?? null}
        />
      }
    >
      <Match when={choice()}>
        {(field) => (
          <SelectField
            label={t(field().label)}
            value={showFeelText(props.value)}
            placeholder={t(field().absent)}
            options={field().options.map(({ value, label }) => ({
              value,
              label: typeof label === 'string' ? label : t(label),
            }))}
            onValue={(chosen) => props.onValue(writeFeelText(chosen))}
          />
        )}
      </Match>
      <Match when={expression()}>
        <ExpressionField
          label={t(props.field.label)}
          value={props.value}
          onCommit={(typed) => props.onValue(typed)}
          {...hint()}
        />
      </Match>
    </Switch>
  );
}
