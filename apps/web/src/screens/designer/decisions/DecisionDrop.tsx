import FileUp from 'lucide-solid/icons/file-up';
import { createSignal, type JSX } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/index.ts';
import { decisionTexts as texts } from './texts.ts';

/** Takes DMN files, by button or by drop. */
export function DecisionDrop(props: { busy: boolean; onFiles: (files: readonly File[]) => void }): JSX.Element {
  const [over, setOver] = createSignal(false);
  let input: HTMLInputElement | undefined;
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) props.onFiles(files);
  };
  return (
    <div
      class="decisions__drop"
      classList={{ 'decisions__drop--over': over() }}
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
      <p>
        {t(texts.drop)} <span class="muted">{t(texts.dropHint)}</span>
      </p>
      <Button size="sm" icon={<FileUp />} busy={props.busy} onClick={() => input?.click()}>
        {t(texts.chooseFiles)}
      </Button>
      <input
        ref={(element) => (input = element)}
        type="file"
        multiple
        accept=".dmn,.xml,application/xml"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={t(texts.chooseFiles)}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
