import type { TaskRow, TaskView } from '@dealwright/api/contract';
import { Show } from 'solid-js';
import { dueTone, formatDue, formatInstant, formatMoney, labelOf, t } from '../../i18n/index.ts';
import { Avatar, Badge, turnName } from '../../ui/index.ts';
import { worklistTexts as texts } from './texts.ts';

/** One task in the list: what, for which deal, how urgent. */
export function TaskListItem(props: { row: TaskRow; selected: boolean; href: string; view: TaskView }) {
  const withAssignee = () => props.view === 'team' || props.view === 'done' || props.view === 'overdue';
  // A deal is often named after its account: once is enough.
  const account = () => {
    const deal = props.row.deal;
    return deal?.accountName && !deal.name.includes(deal.accountName) ? deal.accountName : null;
  };
  return (
    <li>
      {/* The router's own link would call every task the current one: it looks at the path only. */}
      <a
        class="task-item"
        classList={{ 'task-item--selected': props.selected }}
        href={props.href}
        noScroll
        replace
        aria-current={props.selected ? 'true' : undefined}
        data-task={props.row.id}
      >
        <span class="task-item__line">
          <span class="task-item__name truncate">{turnName(labelOf(props.row.labels, props.row.name), props.row)}</span>
          <Show when={props.row.hasDraft && props.view !== 'done'}>
            <Badge>{t(texts.draft)}</Badge>
          </Show>
          <Show when={props.view === 'done' && props.row.completedAt}>
            {(at) => <span class="task-item__due">{formatInstant(at())}</span>}
          </Show>
          <Show when={props.view !== 'done' && props.row.dueAt}>
            {(dueAt) => <span class={`task-item__due task-item__due--${dueTone(dueAt())}`}>{formatDue(dueAt())}</span>}
          </Show>
        </span>
        <span class="task-item__line task-item__line--sub">
          <span class="truncate">
            {props.row.deal?.name ?? labelOf(props.row.processLabels, props.row.processName)}
            <Show when={account()}>{(name) => <> · {name()}</>}</Show>
          </span>
          <Show when={props.row.deal?.value}>
            {(value) => (
              <span class="task-item__value num">{formatMoney(value(), props.row.deal?.currency ?? 'USD', true)}</span>
            )}
          </Show>
          <Show when={withAssignee() && props.row.assignee}>
            {(person) => <Avatar name={person().name} size={18} />}
          </Show>
        </span>
      </a>
    </li>
  );
}
