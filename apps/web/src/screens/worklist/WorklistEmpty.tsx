import type { TaskView } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import Inbox from 'lucide-solid/icons/inbox';
import { Show } from 'solid-js';
import { DemoButton } from '../../demo/DemoButton.tsx';
import { t } from '../../i18n/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';
import { worklistTexts as texts } from './texts.ts';

const EMPTY = {
  mine: [texts.emptyMine, texts.emptyMineText],
  unclaimed: [texts.emptyUnclaimed, texts.emptyUnclaimedText],
  overdue: [texts.emptyOverdue, texts.emptyOverdueText],
  team: [texts.emptyTeam, texts.emptyTeamText],
  done: [texts.emptyDone, texts.emptyDoneText],
} as const;

/** Why the list is empty, and the one thing to do about it. */
export function WorklistEmpty(props: {
  view: TaskView;
  filtered: boolean;
  unclaimed: number;
  onClear: () => void;
  onUnclaimed: () => void;
}) {
  return (
    <Show
      when={!props.filtered}
      fallback={
        <EmptyState
          icon={<Inbox />}
          title={t(texts.emptyFiltered)}
          text={t(texts.emptyFilteredText)}
          action={<Button onClick={() => props.onClear()}>{t(texts.clearFilter)}</Button>}
        />
      }
    >
      <EmptyState
        icon={<Inbox />}
        title={t(EMPTY[props.view][0])}
        text={t(EMPTY[props.view][1])}
        action={
          <>
            <Show
              when={props.view === 'mine' && props.unclaimed > 0}
              fallback={
                <A class="button button--secondary button--md" href="/pipeline">
                  {t(texts.toPipeline)}
                </A>
              }
            >
              <Button variant="primary" onClick={() => props.onUnclaimed()}>
                {t(texts.lookUnclaimed)}
              </Button>
            </Show>
            <Show when={props.view === 'team' || props.view === 'mine'}>
              <DemoButton onlyLoad />
            </Show>
          </>
        }
      />
    </Show>
  );
}
