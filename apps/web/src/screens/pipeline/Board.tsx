import type { BoardColumn } from '@dealwright/api/contract';
import { For, Show } from 'solid-js';
import { formatMoney, formatNumber, labelOf, t } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { DealCardView } from './DealCardView.tsx';
import { moveFocus } from './moveFocus.ts';
import { pipelineTexts as texts } from './texts.ts';

/** The stages side by side. Arrow keys walk from card to card. */
export function Board(props: {
  columns: readonly BoardColumn[];
  currency: string;
  loading: string | null | undefined;
  onMore: (column: BoardColumn) => void;
}) {
  return (
    <div class="board" onKeyDown={moveFocus}>
      <For each={props.columns}>
        {(column) => {
          const name = () => labelOf(column.labels, column.stage ?? t(texts.noStage));
          const sum = (compact: boolean) => formatMoney(column.sum, props.currency, compact);
          return (
            <section class="board__column" aria-label={name()} data-column>
              <header class="board__head">
                <h2 class="board__stage truncate" title={name()}>
                  {name()}
                </h2>
                <p class="board__figures num" title={t(texts.dealsAndSum, { count: column.count, sum: sum(false) })}>
                  <span class="board__count">{formatNumber(column.count)}</span>
                  <Show when={column.sum > 0}>
                    <span class="board__sum">{sum(true)}</span>
                  </Show>
                </p>
              </header>
              <ul class="board__cards">
                <For each={column.cards} fallback={<li class="board__none">{t(texts.columnEmpty)}</li>}>
                  {(deal) => (
                    <li>
                      <DealCardView deal={deal} />
                    </li>
                  )}
                </For>
                <Show when={column.cursor}>
                  <li class="board__more">
                    <Button
                      size="sm"
                      variant="ghost"
                      busy={props.loading === column.stage}
                      onClick={() => props.onMore(column)}
                    >
                      {t(texts.more)}
                    </Button>
                  </li>
                </Show>
              </ul>
            </section>
          );
        }}
      </For>
    </div>
  );
}
