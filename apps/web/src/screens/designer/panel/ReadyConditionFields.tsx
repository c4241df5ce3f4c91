import { createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import { t, type Text } from '../../../i18n/index.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { readReady, type ReadyCondition } from '../model/readyCondition.ts';
import { useEditing } from './Editing.ts';
import { ExpressionField } from './ExpressionField.tsx';

const OWN = 'own';

/** A condition chosen in words, with a number where it counts, or written by hand. */
export function ReadyConditionFields<Id extends string>(props: {
  label: string;
  condition: string;
  ready: readonly ReadyCondition<Id>[];
  names: Readonly<Record<Id, Text>>;
  texts: { readonly own: Text; readonly howMany: Text; readonly condition: Text; readonly hint: Text };
  also: readonly string[];
  /** explains the counting choice */
  hint?: string;
  onCondition: (condition: string) => void;
}): JSX.Element {
  const editing = useEditing();
  // Whoever chooses "my own" has not written it yet, so the drawing can't tell.
  const [writing, setWriting] = createSignal(false);
  createEffect(
    on(
      () => editing.node().id,
      () => setWriting(false),
    ),
  );
  const now = () => (writing() ? null : readReady(props.condition, props.ready));
  const chosen = () => props.ready.find((one) => one.id === now()?.id);
  const choose = (id: string) => {
    setWriting(id === OWN);
    const next = props.ready.find((one) => one.id === id);
    if (next) props.onCondition(next.write(Math.max(2, now()?.count ?? 2)));
  };
  return (
    <>
      <SelectField
        label={props.label}
        value={now()?.id ?? OWN}
        options={[
          ...props.ready.map((one) => ({ value: one.id, label: t(props.names[one.id]) })),
          { value: OWN, label: t(props.texts.own) },
        ]}
        onValue={choose}
        {...(props.hint !== undefined && chosen()?.counts ? { hint: props.hint } : {})}
      />
      <Show when={chosen()?.counts && chosen()}>
        {(ready) => (
          <NumberField
            label={t(props.texts.howMany)}
            value={now()?.count ?? 1}
            min={1}
            step="1"
            onCommit={(count) => props.onCondition(ready().write(Math.max(1, Math.round(count ?? 1))))}
          />
        )}
      </Show>
      <Show when={now() === null}>
        <ExpressionField
          label={t(props.texts.condition)}
          value={props.condition}
          hint={t(props.texts.hint)}
          also={props.also}
          onCommit={props.onCondition}
        />
      </Show>
    </>
  );
}
