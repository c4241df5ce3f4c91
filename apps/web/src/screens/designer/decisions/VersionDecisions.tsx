import type { DecisionFile, DecisionsOf } from '@dealwright/api/contract';
import { createResource, createSignal, For, type JSX, Show } from 'solid-js';
import { api, messageOf } from '../../../api/index.ts';
import { t } from '../../../i18n/index.ts';
import { hasRole } from '../../../session/index.ts';
import { DecisionDialog } from './DecisionDialog.tsx';
import { DecisionFileEntry } from './DecisionFileEntry.tsx';
import { decisionTexts as texts } from './texts.ts';
import './decisions.css';

/** The DMN files of a version, or of a draft that is only looked at: nothing where there are none. */
export function VersionDecisions(props: { of: DecisionsOf; files: readonly DecisionFile[] }): JSX.Element {
  const [shown, setShown] = createSignal<string | null>(null);
  const [found] = createResource(
    // a rep sees the files' names, as of the drawing; what is decided is the managers' to read
    () => (hasRole('manager', 'admin') && props.files.length > 0 ? props.of : null),
    (of) => api.model.decisions.query(of),
  );
  const choices = () => (found.state === 'ready' ? found() : []);
  return (
    <Show when={props.files.length > 0}>
      <details class="decisions__version">
        <summary>
          {t(texts.title)} <span class="muted">{props.files.length}</span>
        </summary>
        <Show when={found.error as unknown}>
          {(error) => <p role="alert">{t(texts.notKnown, { reason: messageOf(error()) })}</p>}
        </Show>
        <ul class="decisions__files" aria-label={t(texts.files)}>
          <For each={props.files}>
            {(file) => (
              <DecisionFileEntry
                file={file}
                decisions={choices().filter((choice) => choice.file === file.name)}
                onShow={setShown}
              />
            )}
          </For>
        </ul>
      </details>
      <Show when={shown()}>
        {(id) => <DecisionDialog of={props.of} decisionId={id()} onClose={() => setShown(null)} />}
      </Show>
    </Show>
  );
}
