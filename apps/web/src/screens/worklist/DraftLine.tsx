import { Match, Switch } from 'solid-js';
import { messageOf } from '../../api/index.ts';
import { formatTime, t } from '../../i18n/index.ts';
import type { DraftState } from './DraftSaver.ts';
import { worklistTexts as texts } from './texts.ts';

/** Whether the half-filled form is safe; a live region, so that it is also heard. */
export function DraftLine(props: { state: DraftState }) {
  const saved = () => (props.state.kind === 'saved' ? props.state.at : undefined);
  const failed = () => (props.state.kind === 'failed' ? props.state : undefined);
  return (
    <p class="draft-line" role="status">
      <Switch>
        <Match when={props.state.kind === 'saving'}>{t(texts.saving)}</Match>
        <Match when={saved()}>{(at) => t(texts.saved, { time: formatTime(at()) })}</Match>
        <Match when={failed()}>
          {(state) => (
            <span class="draft-line__failed" title={messageOf(state().error)}>
              {t(texts.notSaved)}
            </span>
          )}
        </Match>
      </Switch>
    </p>
  );
}
