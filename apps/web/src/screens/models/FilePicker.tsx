import FileUp from 'lucide-solid/icons/file-up';
import type { JSX } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { modelsTexts as texts } from './texts.ts';

/** Chooses a .bpmn file. The browser's own button speaks the browser's language, not the reader's. */
export function FilePicker(props: { file: File | null; onFile: (file: File | null) => void }): JSX.Element {
  let input!: HTMLInputElement;
  return (
    <div class="models__file">
      <Button size="sm" icon={<FileUp />} onClick={() => input.click()}>
        {props.file?.name ?? t(texts.chooseFile)}
      </Button>
      <input
        ref={(element) => (input = element)}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        accept=".bpmn,.xml,application/xml"
        aria-label={t(texts.fromFile)}
        onChange={(event) => props.onFile(event.currentTarget.files?.[0] ?? null)}
      />
    </div>
  );
}
