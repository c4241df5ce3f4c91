import type { DealDetail } from '@dealwright/api/contract';
import Check from 'lucide-solid/icons/check';
import { For, Show } from 'solid-js';
import { labelOf, t } from '../../i18n/index.ts';
import { scrollByKeyboard } from '../../ui/index.ts';
import { dealTexts as texts } from './texts.ts';

const STATE_TEXTS = {
  done: texts.stageDone,
  current: texts.stageCurrent,
  ahead: texts.stageAhead,
  skipped: texts.stageSkipped,
} as const;

/** The stages in order. One that the path went around is shown as skipped, never as done. */
export function StageBar(props: { stages: DealDetail['stages'] }) {
  return (
    <ol class="stage-bar" ref={scrollByKeyboard} aria-label={t(texts.stages)}>
      <For each={props.stages}>
        {(stage) => (
          <li
            class={`stage-bar__stage stage-bar__stage--${stage.state}`}
            aria-current={stage.state === 'current' ? 'step' : undefined}
          >
            <Show when={stage.state === 'done'}>
              <Check aria-hidden="true" />
            </Show>
            <span class="truncate">{labelOf(stage.labels, stage.id)}</span>
            <Show
              when={stage.state === 'skipped'}
              fallback={<span class="visually-hidden">{t(STATE_TEXTS[stage.state])}</span>}
            >
              <span class="stage-bar__note">{t(texts.stageSkipped)}</span>
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}
