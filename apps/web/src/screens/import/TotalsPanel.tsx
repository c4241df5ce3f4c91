import type { ImportTotals } from '@dealwright/api/contract';
import { For, type JSX } from 'solid-js';
import { formatMoney, formatNumber, t } from '../../i18n/index.ts';
import { Panel } from '../../ui/index.ts';
import { importTexts as texts } from './texts.ts';

/** The import in figures, to be held against what the old system says. */
export function TotalsPanel(props: { title: string; totals: ImportTotals }) {
  return (
    <Panel title={props.title}>
      <dl class="import__totals">
        <Total label={t(texts.deals)}>{formatNumber(props.totals.deals)}</Total>
        <For each={Object.entries(props.totals.byStage)}>
          {([stage, count]) => <Total label={stage}>{formatNumber(count)}</Total>}
        </For>
        <Total label={t(texts.wonValue)}>{formatMoney(props.totals.wonValue, 'USD')}</Total>
        <Total label={t(texts.owners)}>{formatNumber(props.totals.owners)}</Total>
        <Total label={t(texts.people)}>{formatNumber(props.totals.people)}</Total>
        <Total label={t(texts.accounts)}>{formatNumber(props.totals.accounts)}</Total>
        <Total label={t(texts.products)}>{formatNumber(props.totals.products)}</Total>
      </dl>
    </Panel>
  );
}

function Total(props: { label: string; children: JSX.Element }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd class="num">{props.children}</dd>
    </div>
  );
}
