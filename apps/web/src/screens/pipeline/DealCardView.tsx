import type { DealCard } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import Hourglass from 'lucide-solid/icons/hourglass';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { Show } from 'solid-js';
import { dueTone, formatAge, formatDay, formatDue, formatMoney, labelOf, t } from '../../i18n/index.ts';
import { Avatar, DemoBadge } from '../../ui/index.ts';
import { pipelineTexts as texts } from './texts.ts';

/** A deal on the board: what it is worth, whose it is, how long it stands here, what comes next. */
export function DealCardView(props: { deal: DealCard }) {
  // A deal is often named after its account: once is enough.
  const account = () => {
    const name = props.deal.account?.name;
    return name !== undefined && !props.deal.name.includes(name) ? name : null;
  };
  return (
    <A class="deal-card" href={`/deals/${props.deal.id}`} data-card>
      <span class="deal-card__line deal-card__line--top">
        <span class="deal-card__name">{props.deal.name}</span>
        <Show when={props.deal.demo}>
          <DemoBadge />
        </Show>
      </span>
      <Show when={account()}>{(name) => <span class="deal-card__account truncate">{name()}</span>}</Show>
      <span class="deal-card__line">
        <Show when={props.deal.value !== null} fallback={<span class="muted">{t(texts.noValue)}</span>}>
          <span class="deal-card__value num">{formatMoney(props.deal.value, props.deal.currency)}</span>
        </Show>
        <Show when={props.deal.since}>
          {(since) => (
            <span class="deal-card__age num" title={t(texts.hereSince, { date: formatDay(since()) })}>
              <Hourglass aria-hidden="true" />
              {formatAge(since())}
            </span>
          )}
        </Show>
        <Avatar name={props.deal.owner.name} />
        <span class="visually-hidden">{props.deal.owner.name}</span>
      </span>
      <NextTask deal={props.deal} />
    </A>
  );
}

/** What the deal waits for, with a dot for its due date; the date itself stands in the words. */
export function NextTask(props: { deal: DealCard }) {
  return (
    <Show
      when={!props.deal.hasIncident}
      fallback={
        <span class="next-task next-task--incident">
          <TriangleAlert aria-hidden="true" />
          {t(texts.incident)}
        </span>
      }
    >
      <Show when={props.deal.nextTask}>
        {(task) => (
          <span class={`next-task next-task--${dueTone(task().dueAt)}`}>
            <span class="next-task__dot" aria-hidden="true" />
            <span class="truncate">{labelOf(task().labels, task().name)}</span>
            <Show when={task().dueAt}>{(dueAt) => <span class="next-task__due">{formatDue(dueAt())}</span>}</Show>
          </span>
        )}
      </Show>
    </Show>
  );
}
