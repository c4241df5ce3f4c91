import type { BoardColumn } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { formatAge, formatMoney, labelOf, t } from '../../i18n/index.ts';
import { Avatar, Button, DemoBadge } from '../../ui/index.ts';
import { NextTask } from './DealCardView.tsx';
import { pipelineTexts as texts } from './texts.ts';

/** The same deals as rows: for narrow screens, for closed deals, and for whoever reads tables faster. */
export function DealTable(props: {
  columns: readonly BoardColumn[];
  loading: string | null | undefined;
  onMore: (column: BoardColumn) => void;
  closed: boolean;
}) {
  const stageOf = (column: BoardColumn) => labelOf(column.labels, column.stage ?? t(texts.noStage));
  return (
    <div class="table-scroll deal-table">
      <table class="table">
        <thead>
          <tr>
            <th>{t(texts.name)}</th>
            <th class="deal-table__wide">{t(texts.account)}</th>
            <th>{t(texts.stage)}</th>
            <th class="table__num">{t(texts.value)}</th>
            <th class="deal-table__wide">{t(texts.owner)}</th>
            <Show when={!props.closed}>
              <th class="deal-table__wide table__num">{t(texts.since)}</th>
              <th class="deal-table__wide">{t(texts.nextTask)}</th>
            </Show>
          </tr>
        </thead>
        <For each={props.columns}>
          {(column) => (
            <tbody>
              <For each={column.cards}>
                {(deal) => (
                  <tr>
                    <td>
                      <A class="deal-table__name" href={`/deals/${deal.id}`}>
                        {deal.name}
                      </A>{' '}
                      <Show when={deal.demo}>
                        <DemoBadge />
                      </Show>
                    </td>
                    <td class="deal-table__wide">{deal.account?.name ?? '–'}</td>
                    <td>{stageOf(column)}</td>
                    <td class="table__num">{formatMoney(deal.value, deal.currency)}</td>
                    <td class="deal-table__wide">
                      <span class="deal-table__owner">
                        <Avatar name={deal.owner.name} size={18} />
                        {deal.owner.name}
                      </span>
                    </td>
                    <Show when={!props.closed}>
                      <td class="deal-table__wide table__num">{deal.since ? formatAge(deal.since) : '–'}</td>
                      <td class="deal-table__wide">
                        <NextTask deal={deal} />
                      </td>
                    </Show>
                  </tr>
                )}
              </For>
              <Show when={column.cursor}>
                <tr>
                  <td colSpan={7}>
                    <Button
                      size="sm"
                      variant="ghost"
                      busy={props.loading === column.stage}
                      onClick={() => props.onMore(column)}
                    >
                      {t(texts.moreOf, { stage: stageOf(column) })}
                    </Button>
                  </td>
                </tr>
              </Show>
            </tbody>
          )}
        </For>
      </table>
    </div>
  );
}
