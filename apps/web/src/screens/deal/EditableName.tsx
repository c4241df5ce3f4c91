import { createSignal, Show } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { TextInput, toastError } from '../../ui/index.ts';
import { dealTexts as texts } from './texts.ts';

/** The deal's name as the page's title; pressing it edits it. */
export function EditableName(props: { name: string; editable: boolean; save: (name: string) => Promise<unknown> }) {
  const [editing, setEditing] = createSignal(false);
  const [text, setText] = createSignal('');
  let input: HTMLInputElement | undefined;
  const open = () => {
    setText(props.name);
    setEditing(true);
    queueMicrotask(() => input?.select());
  };
  const finish = (save: boolean) => {
    if (!editing()) return;
    const name = text().trim();
    setEditing(false);
    if (save && name !== '' && name !== props.name) props.save(name).catch(toastError);
  };
  return (
    <Show when={props.editable} fallback={props.name}>
      <Show
        when={editing()}
        fallback={
          <button type="button" class="editable-name" title={t(texts.edit, { field: t(texts.name) })} onClick={open}>
            {props.name}
          </button>
        }
      >
        <TextInput
          ref={(element) => (input = element)}
          class="editable-name__input"
          aria-label={t(texts.name)}
          maxLength={300}
          value={text()}
          onValue={setText}
          onBlur={() => finish(true)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) finish(true);
            if (event.key === 'Escape') finish(false);
          }}
        />
      </Show>
    </Show>
  );
}
