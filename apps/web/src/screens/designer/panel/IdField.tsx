import { createEffect, createSignal, type JSX } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { TextField } from '../fields/TextField.tsx';
import { useEditing } from './Editing.ts';
import { panelTexts as texts } from './texts.ts';

const NC_NAME = /^[A-Za-z_][\w.-]*$/;

/** The element's ID. A taken or malformed one is refused in words and not written. */
export function IdField(): JSX.Element {
  const editing = useEditing();
  const [error, setError] = createSignal<string | null>(null);
  createEffect(() => {
    editing.element();
    setError(null);
  });
  const write = (text: string) => {
    const id = text.trim();
    if (!NC_NAME.test(id)) setError(t(texts.idInvalid));
    else if (editing.service('elementRegistry').get(id)) setError(t(texts.idTaken));
    else editing.set({ id });
  };
  return <TextField label={t(texts.id)} value={editing.node().id ?? ''} onCommit={write} error={error()} mono />;
}
