import type { ProcessView } from '@dealwright/api/contract';
import { For, type JSX } from 'solid-js';
import { formatMoney, formatNumber, t } from '../../i18n/index.ts';
import { processTexts as texts } from './texts.ts';

/** The process in five figures. */
export function Totals(props: { view: ProcessView }): JSX.Element {
  const figures = () => {
    const { totals, currency } = props.view;
    return [
      [t(texts.started), formatNumber(totals.started)],
      [t(texts.open), formatNumber(totals.open)],
      [t(texts.won), formatNumber(totals.won)],
      [t(texts.lost), formatNumber(totals.lost)],
      [t(texts.wonValue), formatMoney(totals.wonValue, currency)],
    ] as const;
  };
  return (
    <dl class="process__totals">
      <For each={figures()}>
        {([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd class="num">{value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
