import type { TaskRow, TaskView } from '@dealwright/api/contract';
import { createMemo, For } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { groupTasks } from './groupTasks.ts';
import { TaskListItem } from './TaskListItem.tsx';
import { worklistTexts as texts } from './texts.ts';

const GROUP_TEXTS = {
  overdue: texts.groupOverdue,
  today: texts.groupToday,
  week: texts.groupWeek,
  later: texts.groupLater,
  none: texts.groupNone,
} as const;

/** The tasks by urgency; completed ones in one group, newest first as they come. */
export function TaskList(props: {
  view: TaskView;
  rows: readonly TaskRow[];
  /** there are further pages: the last group is longer than what is shown */
  more: boolean;
  selected: string | null;
  href: (id: string) => string;
}) {
  const groups = createMemo(() =>
    props.view === 'done'
      ? [{ title: texts.groupDone, rows: props.rows, overdue: false }]
      : groupTasks(props.rows, Date.now()).map(({ group, rows }) => ({
          title: GROUP_TEXTS[group],
          rows,
          overdue: group === 'overdue',
        })),
  );
  return (
    <For each={groups()}>
      {(group, index) => (
        <section class="task-list__group">
          <h2 class="task-list__heading" classList={{ 'task-list__heading--overdue': group.overdue }}>
            {t(group.title)}
            <span class="num">
              {group.rows.length}
              {props.more && index() === groups().length - 1 ? '+' : ''}
            </span>
          </h2>
          <ul>
            <For each={group.rows}>
              {(row) => (
                <TaskListItem
                  row={row}
                  selected={props.selected === row.id}
                  href={props.href(row.id)}
                  view={props.view}
                />
              )}
            </For>
          </ul>
        </section>
      )}
    </For>
  );
}
