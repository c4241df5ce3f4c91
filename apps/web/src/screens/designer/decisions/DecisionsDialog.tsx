import { type JSX, For, Show } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { Button, Dialog } from '../../../ui/index.ts';
import { useDecisions } from './createDecisions.ts';
import { DecisionDialog } from './DecisionDialog.tsx';
import { DecisionDrop } from './DecisionDrop.tsx';
import { DecisionFileEntry } from './DecisionFileEntry.tsx';
import { decisionTexts as texts } from './texts.ts';
import './decisions.css';

/** The draft's DMN files: attach, look, take out, replace, remove. */
export function DecisionsDialog(): JSX.Element {
  const decisions = useDecisions();
  return (
    <>
      <Dialog
        open={decisions.managing()}
        onOpenChange={decisions.setManaging}
        title={t(texts.title)}
        description={t(texts.about)}
        footer={<Button onClick={() => decisions.setManaging(false)}>{t(texts.close)}</Button>}
      >
        <div class="decisions">
          <DecisionDrop busy={decisions.busy()} onFiles={(files) => void decisions.attach(files)} />
          <Show when={decisions.refusal().length > 0}>
            <div role="alert" class="decisions__refusal">
              <p>{t(texts.refused)}</p>
              <ul>
                <For each={decisions.refusal()}>{(line) => <li>{line}</li>}</For>
              </ul>
            </div>
          </Show>
          <div role="status" class="decisions__notice">
            <Show when={decisions.notice()}>
              {(notice) => (
                <>
                  <span>{notice().text}</span>
                  <Show when={notice().undo}>
                    {(undo) => (
                      <Button size="sm" ref={(button) => takeFocus(button)} onClick={() => void undo()()}>
                        {t(texts.undo)}
                      </Button>
                    )}
                  </Show>
                </>
              )}
            </Show>
          </div>
          <Show when={decisions.files().length > 0} fallback={<p class="muted">{t(texts.noFiles)}</p>}>
            <ul class="decisions__files" aria-label={t(texts.files)}>
              <For each={decisions.files()}>
                {(file) => (
                  <DecisionFileEntry
                    file={file}
                    decisions={(decisions.choices() ?? []).filter((choice) => choice.file === file.name)}
                    onShow={decisions.show}
                    onReplace={(chosen) => void decisions.replace(file.name, chosen)}
                    onRemove={() => void decisions.remove(file.name)}
                  />
                )}
              </For>
            </ul>
          </Show>
        </div>
      </Dialog>
      <Show when={decisions.shown()}>
        {(id) => (
          <DecisionDialog of={{ id: decisions.modelId }} decisionId={id()} onClose={() => decisions.show(null)} />
        )}
      </Show>
    </>
  );
}

/** When the pressed button has gone with its file, the keyboard goes on from here. */
function takeFocus(button: HTMLElement): void {
  queueMicrotask(() => {
    const at = document.activeElement;
    if (at === null || at === document.body || at.getAttribute('role') === 'dialog') button.focus();
  });
}
