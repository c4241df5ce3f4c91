import type { ProcessView } from '@dealwright/api/contract';
import { For, type JSX } from 'solid-js';
import { formatMoney, formatNumber, labelOf, t } from '../../i18n/index.ts';
import { scrollByKeyboard } from '../../ui/index.ts';
import { formatFigure } from './kpiText.ts';
import { processTexts as texts } from './texts.ts';

/** The stages from the first to the last: how many came in, how many stand there, how many went on. */
export function StageFunnel(props: { view: ProcessView }): JSX.Element {
  const largest = () => Math.max(1, ...props.view.stages.map((stage) => stage.entered));
  return (
    <div class="table-scroll" ref={scrollByKeyboard}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t(texts.stage)}</th>
            <th scope="col" class="process__bar-column">
              {t(texts.entered)}
            </th>
            <th scope="col" class="table__num">
              {t(texts.conversion)}
            </th>
            <th scope="col" class="table__num">
              {t(texts.standing)}
            </th>
            <th scope="col" class="table__num">
              {t(texts.standingValue)}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.view.stages}>
            {(stage) => (
              <tr>
                <th scope="row">{labelOf(stage.labels, stage.id)}</th>
                <td>
                  <span class="process__bar" style={{ '--share': String(stage.entered / largest()) }}>
                    <span class="num">{formatNumber(stage.entered)}</span>
                  </span>
                </td>
                <td class="table__num">
                  {formatFigure(stage.conversion === null ? null : stage.conversion * 100, 'percent', '')}
                </td>
                <td class="table__num">{formatNumber(stage.standing)}</td>
                <td class="table__num">{formatMoney(stage.standingValue, props.view.currency, true)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
