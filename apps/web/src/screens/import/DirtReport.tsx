import type { Dirt } from '@dealwright/api/contract';
import Download from 'lucide-solid/icons/download';
import { createSignal, For, Show } from 'solid-js';
import { formatNumber, labelOf, t } from '../../i18n/index.ts';
import { Button, Panel, scrollByKeyboard, toastError } from '../../ui/index.ts';
import { importTexts as texts } from './texts.ts';

/** Each kind of dirt with its count, what is done about it, and rows to look at. */
export function DirtReport(props: { dirt: readonly Dirt[]; onDownload?: () => Promise<void> }) {
  const [busy, setBusy] = createSignal(false);
  const download = () => {
    setBusy(true);
    props
      .onDownload?.()
      .catch(toastError)
      .finally(() => setBusy(false));
  };
  const downloadButton = () => (
    <Show when={props.onDownload && props.dirt.length > 0}>
      <Button size="sm" icon={<Download />} busy={busy()} onClick={download}>
        {t(texts.allRows)}
      </Button>
    </Show>
  );
  return (
    <Panel title={t(texts.dirt)} actions={downloadButton()}>
      <Show when={props.dirt.length > 0} fallback={<p class="panel__body muted">{t(texts.noDirt)}</p>}>
        <div class="table-scroll" ref={scrollByKeyboard}>
          <table class="table">
            <thead>
              <tr>
                <th>{t(texts.problem)}</th>
                <th class="table__num">{t(texts.count)}</th>
                <th>{t(texts.treatment)}</th>
                <th>{t(texts.examples)}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.dirt}>
                {(dirt) => (
                  <tr class="import__dirt">
                    <td>{labelOf(dirt.label, dirt.kind)}</td>
                    <td class="table__num">{formatNumber(dirt.count)}</td>
                    <td class="muted">{labelOf(dirt.treatment, '–')}</td>
                    <td>
                      <details>
                        <summary>{exampleText(dirt.examples[0])}</summary>
                        <ul class="import__examples">
                          <For each={dirt.examples.slice(1)}>{(example) => <li>{exampleText(example)}</li>}</For>
                        </ul>
                      </details>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </Panel>
  );
}

function exampleText(example: Dirt['examples'][number] | undefined): string {
  if (!example) return '–';
  const place = { file: example.file, line: String(example.line) };
  return example.value === '' ? t(texts.exampleEmpty, place) : t(texts.example, { ...place, value: example.value });
}
