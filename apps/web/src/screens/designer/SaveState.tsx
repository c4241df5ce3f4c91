import Check from 'lucide-solid/icons/check';
import CircleAlert from 'lucide-solid/icons/circle-alert';
import { type JSX, Match, Switch } from 'solid-js';
import { messageOf } from '../../api/index.ts';
import { t } from '../../i18n/index.ts';
import { Button, Spinner } from '../../ui/index.ts';
import type { Draft } from './draft/createDraft.ts';
import { designerTexts as texts } from './texts.ts';

/** How the draft stands with the server; said aloud when it changes. */
export function SaveState(props: { draft: Draft }): JSX.Element {
  const failed = () => {
    const state = props.draft.state();
    return state.kind === 'failed' ? state : null;
  };
  return (
    <span class="designer__save" role="status">
      <Switch>
        <Match when={props.draft.state().kind === 'saved'}>
          <Check size={14} aria-hidden="true" /> {t(texts.saved)}
        </Match>
        <Match when={props.draft.state().kind === 'saving'}>
          <Spinner /> {t(texts.saving)}
        </Match>
        <Match when={props.draft.state().kind === 'changed'}>{t(texts.unsaved)}</Match>
        <Match when={failed() ?? (props.draft.state().kind === 'conflict' ? { error: null } : null)}>
          {(state) => (
            <Button
              size="sm"
              icon={<CircleAlert />}
              title={t(texts.notSavedHint, { reason: state().error === null ? '' : `${messageOf(state().error)} ` })}
              onClick={() => {
                if (props.draft.state().kind === 'conflict') props.draft.setDeciding(true);
                else void props.draft.keeper.saveNow();
              }}
            >
              {t(texts.notSaved)}
            </Button>
          )}
        </Match>
      </Switch>
    </span>
  );
}
