import type { DealDetail } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import { For, type JSX } from 'solid-js';
import { labelOf, t } from '../../i18n/index.ts';
import { me } from '../../session/index.ts';
import { Panel, turnName } from '../../ui/index.ts';
import { DueBadge } from '../worklist/DueBadge.tsx';
import { dealTexts as texts } from './texts.ts';

/** What the deal waits for people to do. */
export function DealTasks(props: { tasks: DealDetail['openTasks']; children?: JSX.Element }) {
  return (
    <Panel title={t(texts.tasks)}>
      <ul class="deal-tasks">
        <For each={props.tasks} fallback={<li class="muted deal-tasks__none">{t(texts.noTasks)}</li>}>
          {(task) => (
            <li>
              <A class="deal-tasks__task" href={hrefOf(task)}>
                <span class="deal-tasks__name">{turnName(labelOf(task.labels, task.name), task)}</span>
                <DueBadge dueAt={task.dueAt} />
                <span class="deal-tasks__who">{task.assignee?.name ?? t(texts.unassigned)}</span>
              </A>
            </li>
          )}
        </For>
      </ul>
      {props.children}
    </Panel>
  );
}

/** The task in the view of the worklist where this person finds it. */
function hrefOf(task: DealDetail['openTasks'][number]): string {
  const view = task.assignee === null ? 'unclaimed' : task.assignee.id === me()?.id ? 'mine' : 'team';
  return `/worklist?view=${view}&task=${encodeURIComponent(task.id)}`;
}
