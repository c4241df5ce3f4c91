import type { TaskDetail } from '@dealwright/api/contract';
import { Match, Switch } from 'solid-js';
import { formatInstant, t } from '../../i18n/index.ts';
import { worklistTexts as texts } from './texts.ts';

/** Why the form can't be filled in, when it can't: who has the task, who did it, or that it is no longer needed. */
export function TaskStanding(props: { task: TaskDetail }) {
  const at = () => (props.task.completedAt ? formatInstant(props.task.completedAt) : '');
  const completed = () => props.task.status === 'completed';
  return (
    <Switch>
      <Match when={completed() && props.task.completedBy}>
        {(by) => <p class="task-standing">{t(texts.doneBy, { name: by().name, when: at() })}</p>}
      </Match>
      <Match when={completed()}>
        <p class="task-standing">{t(texts.doneAt, { when: at() })}</p>
      </Match>
      <Match when={props.task.status === 'cancelled'}>
        <p class="task-standing">{t(texts.cancelled)}</p>
      </Match>
      <Match when={props.task.canClaim && !props.task.canComplete}>
        <p class="task-standing">{t(texts.claimFirst)}</p>
      </Match>
      <Match when={!props.task.canComplete && props.task.assignee}>
        {(person) => <p class="task-standing">{t(texts.notYours, { name: person().name })}</p>}
      </Match>
    </Switch>
  );
}
