import { For, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/index.ts';
import { PanelGroup } from '../panel/PanelGroup.tsx';
import { useDecisions } from './createDecisions.ts';
import { decisionTexts as texts } from './texts.ts';
import './decisions.css';

/** The DMN files that go with a process, on its own properties. */
export function ProcessDecisionsGroup(): JSX.Element {
  const decisions = useDecisions();
  const inside = (name: string) => (decisions.choices() ?? []).filter(({ file }) => file === name);
  return (
    <PanelGroup title={t(texts.title)} folded={decisions.files().length === 0}>
      <Show when={decisions.files().length > 0} fallback={<p class="muted">{t(texts.noFiles)}</p>}>
        <ul class="decisions__files" aria-label={t(texts.files)}>
          <For each={decisions.files()}>
            {(file) => (
              <li class="decisions__file">
                <strong>{file.name}</strong>
                <span class="muted">
                  {inside(file.name)
                    .map(({ name }) => name)
                    .join(' · ')}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Button size="sm" onClick={() => decisions.setManaging(true)}>
        {decisions.files().length === 0 ? t(texts.attach) : t(texts.manage)}
      </Button>
    </PanelGroup>
  );
}
