import FileUp from 'lucide-solid/icons/file-up';
import { createSignal, Show } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { importTexts as texts } from './texts.ts';

const MAX_FILES = 10;
const MAX_BYTES = 10_000_000;

/** Takes CSV files, by button or by drop. */
export function FileDrop(props: { busy: boolean; error: string | null; onFiles: (files: File[]) => void }) {
  const [over, setOver] = createSignal(false);
  const [refusal, setRefusal] = createSignal<string | null>(null);
  let input: HTMLInputElement | undefined;
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length === 0) return;
    const large = files.find((file) => file.size > MAX_BYTES);
    setRefusal(files.length > MAX_FILES ? t(texts.tooMany) : large ? t(texts.tooLarge, { name: large.name }) : null);
    if (refusal() === null) props.onFiles(files);
  };
  return (
    <div
      class="file-drop"
      classList={{ 'file-drop--over': over() }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <FileUp aria-hidden="true" />
      <p class="file-drop__title">{t(texts.drop)}</p>
      <p class="muted">{t(texts.dropHint)}</p>
      <Button variant="primary" busy={props.busy} onClick={() => input?.click()}>
        {t(texts.choose)}
      </Button>
      <input
        ref={(element) => (input = element)}
        class="visually-hidden"
        type="file"
        multiple
        accept=".csv,text/csv"
        tabIndex={-1}
        aria-label={t(texts.choose)}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <Show when={refusal() ?? props.error}>
        {(message) => (
          <p class="field__error" role="alert">
            {message()}
          </p>
        )}
      </Show>
    </div>
  );
}
