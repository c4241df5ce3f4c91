import type { DecisionChoice, DecisionFile } from '@dealwright/api/contract';
import FileDown from 'lucide-solid/icons/file-down';
import FileUp from 'lucide-solid/icons/file-up';
import Trash from 'lucide-solid/icons/trash';
import { For, type JSX, Show } from 'solid-js';
import { download } from '../../../files/download.ts';
import { t } from '../../../i18n/index.ts';
import { IconButton } from '../../../ui/index.ts';
import { decisionTexts as texts } from './texts.ts';

/** One DMN file with the decisions inside. What may not be done to it has no button. */
export function DecisionFileEntry(props: {
  file: DecisionFile;
  decisions: readonly Pick<DecisionChoice, 'id' | 'name'>[];
  onShow: (decisionId: string) => void;
  onReplace?: (file: File) => void;
  onRemove?: () => void;
}): JSX.Element {
  let input: HTMLInputElement | undefined;
  return (
    <li class="decisions__file">
      <div class="decisions__head">
        <strong>{props.file.name}</strong>
        <span class="decisions__tools">
          <IconButton
            size="sm"
            label={t(texts.download, { name: props.file.name })}
            icon={<FileDown />}
            onClick={() => download(props.file.name, props.file.xml, 'application/xml')}
          />
          <Show when={props.onReplace}>
            {(replace) => (
              <>
                <IconButton
                  size="sm"
                  label={t(texts.replace, { name: props.file.name })}
                  icon={<FileUp />}
                  onClick={() => input?.click()}
                />
                <input
                  ref={(element) => (input = element)}
                  type="file"
                  accept=".dmn,.xml,application/xml"
                  class="visually-hidden"
                  tabIndex={-1}
                  aria-label={t(texts.replace, { name: props.file.name })}
                  onChange={(event) => {
                    const [file] = event.currentTarget.files ?? [];
                    event.currentTarget.value = '';
                    if (file) replace()(file);
                  }}
                />
              </>
            )}
          </Show>
          <Show when={props.onRemove}>
            {(remove) => (
              <IconButton
                size="sm"
                label={t(texts.remove, { name: props.file.name })}
                icon={<Trash />}
                onClick={() => remove()()}
              />
            )}
          </Show>
        </span>
      </div>
      <ul class="decisions__inside">
        <For each={props.decisions}>
          {(decision) => (
            <li>
              <button
                type="button"
                class="decisions__link"
                aria-label={t(texts.show, { name: decision.name })}
                onClick={() => props.onShow(decision.id)}
              >
                {decision.name}
              </button>
            </li>
          )}
        </For>
      </ul>
    </li>
  );
}
