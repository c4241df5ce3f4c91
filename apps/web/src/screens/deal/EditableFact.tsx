import Pencil from 'lucide-solid/icons/pencil';
import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { messageOf } from '../../api/index.ts';
import { t } from '../../i18n/index.ts';
import { Spinner } from '../../ui/index.ts';
import { dealTexts as texts } from './texts.ts';

export interface EditControl {
  id: string;
  value: string;
  onValue: (value: string) => void;
  /** saves at once, for controls where choosing is enough */
  commit: (value: string) => void;
}

/**
 * A fact that turns into its control when pressed. Enter or leaving saves, Escape drops the change; an error stays
 * beside the control with what was typed.
 */
export function EditableFact(props: {
  label: string;
  /** what is shown; nothing shows "Not set" */
  shown: JSX.Element;
  /** what the control starts with */
  value: string;
  editable: boolean;
  /** a sentence when the text can't be taken */
  check?: (value: string) => string | null;
  save: (value: string) => Promise<unknown>;
  control: (control: EditControl) => JSX.Element;
}) {
  const id = createUniqueId();
  const [editing, setEditing] = createSignal(false);
  const [text, setText] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<string | null>(null);
  let button: HTMLButtonElement | undefined;
  let holder: HTMLElement | undefined;

  const open = () => {
    setText(props.value);
    setFailure(null);
    setEditing(true);
    queueMicrotask(() => holder?.querySelector<HTMLElement>('input, select, textarea')?.focus());
  };
  const close = () => {
    setEditing(false);
    queueMicrotask(() => button?.focus());
  };
  const save = async (value: string) => {
    if (busy() || !editing()) return;
    if (value === props.value) return close();
    const wrong = props.check?.(value) ?? null;
    setFailure(wrong);
    if (wrong !== null) return;
    setBusy(true);
    try {
      await props.save(value);
      close();
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && !event.isComposing && !(event.target instanceof HTMLTextAreaElement)) {
      event.preventDefault();
      void save(text());
    }
  };
  const control: EditControl = {
    id,
    get value() {
      return text();
    },
    onValue: setText,
    commit: (value) => {
      setText(value);
      void save(value);
    },
  };

  return (
    <div class="editable-fact">
      <Show when={editing()} fallback={<span class="editable-fact__label">{props.label}</span>}>
        <label class="editable-fact__label" for={id}>
          {props.label}
        </label>
      </Show>
      <Show
        when={editing()}
        fallback={
          <Show when={props.editable} fallback={<span class="editable-fact__value">{props.shown || '–'}</span>}>
            <button
              ref={(element) => (button = element)}
              type="button"
              class="editable-fact__value editable-fact__value--button"
              onClick={open}
            >
              <span class="visually-hidden">{t(texts.edit, { field: props.label })}</span>
              <span>{props.shown || <span class="editable-fact__unset">{t(texts.notSet)}</span>}</span>
              <Pencil aria-hidden="true" />
            </button>
          </Show>
        }
      >
        <span
          ref={(element) => (holder = element)}
          class="editable-fact__control"
          onKeyDown={onKey}
          onFocusOut={(event) => {
            // A list that belongs to the control opens elsewhere in the page.
            const into = event.relatedTarget;
            const inside =
              into instanceof Element && (holder?.contains(into) || into.closest('[role="listbox"], .menu'));
            if (!inside && into !== null) void save(text());
          }}
        >
          {props.control(control)}
          <Show when={busy()}>
            <Spinner />
          </Show>
          <Show when={failure()}>
            <span class="field__error" role="alert">
              {failure()}
            </span>
          </Show>
        </span>
      </Show>
    </div>
  );
}
