import { createEffect, createMemo, createSignal, createUniqueId, For, type JSX } from 'solid-js';
import { language } from '../../../i18n/index.ts';
import { TextField } from '../fields/TextField.tsx';
import { completions } from '../model/completions.ts';
import { problemOf } from '../model/problemOf.ts';
import { variablesBefore } from '../model/variablesBefore.ts';
import { useEditing } from './Editing.ts';
import { useProblemsHere } from './ProblemsHere.ts';

/**
 * A FEEL expression of the selected element: names that may be known there are offered while typing, and what the check
 * says of it stands beneath. `also` are names that only this expression knows.
 */
export function ExpressionField(props: {
  label: string;
  value: string;
  onCommit: (text: string) => void;
  hint?: string;
  also?: readonly string[];
}): JSX.Element {
  const editing = useEditing();
  const problems = useProblemsHere();
  const listId = createUniqueId();
  const [typed, setTyped] = createSignal<string | null>(null);
  createEffect(() => {
    editing.element();
    setTyped(null);
  });
  const variables = createMemo(() => (editing.element(), [...(props.also ?? []), ...variablesBefore(editing.node())]));
  const error = () => problemOf(problems(), props.value)?.message[language()] ?? null;
  return (
    <>
      <TextField
        label={props.label}
        value={props.value}
        onCommit={(text) => props.onCommit(text.trim())}
        error={error()}
        list={listId}
        onTyping={setTyped}
        mono
        {...(props.hint === undefined ? {} : { hint: props.hint })}
      />
      <datalist id={listId}>
        <For each={completions(typed() ?? props.value, variables())}>{(text) => <option value={text} />}</For>
      </datalist>
    </>
  );
}
