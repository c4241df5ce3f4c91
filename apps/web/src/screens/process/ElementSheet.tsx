import type { ElementFigures } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import X from 'lucide-solid/icons/x';
import { For, type JSX, Show } from 'solid-js';
import { formatMoney, formatNumber, t } from '../../i18n/index.ts';
import { IconButton } from '../../ui/index.ts';
import { KpiCard } from './KpiCard.tsx';
import { formatFigure } from './kpiText.ts';
import { processTexts as texts } from './texts.ts';

/** All figures of the selected step. */
export function ElementSheet(props: {
  name: string;
  figures: ElementFigures | null;
  currency: string;
  pipelineHref: string;
  onClose: () => void;
}): JSX.Element {
  return (
    <aside class="process__sheet" aria-label={props.name}>
      <header class="process__sheet-head">
        <h2>{props.name}</h2>
        <IconButton size="sm" label={t(texts.close)} icon={<X />} onClick={() => props.onClose()} />
      </header>
      <Show when={props.figures} fallback={<p class="muted">{t(texts.noDataMeaning)}</p>}>
        {(figures) => (
          <>
            <dl class="process__facts num">
              <dt>{t(texts.standing)}</dt>
              <dd>{formatNumber(figures().standing)}</dd>
              <dt>{t(texts.standingValue)}</dt>
              <dd>{formatMoney(figures().standingValue, props.currency)}</dd>
              <dt>{t(texts.entered)}</dt>
              <dd>{formatNumber(figures().entered)}</dd>
              <dt>{t(texts.left)}</dt>
              <dd>{formatNumber(figures().left)}</dd>
              <dt>{t(texts.median)}</dt>
              <dd>{formatFigure(figures().medianHours, 'hours', props.currency)}</dd>
            </dl>
            <Show when={figures().standing > 0}>
              <A href={props.pipelineHref}>{t(texts.showDeals)}</A>
            </Show>
            <For each={figures().kpis} fallback={<p class="muted">{t(texts.noKpis)}</p>}>
              {(kpi) => <KpiCard kpi={kpi} currency={props.currency} />}
            </For>
          </>
        )}
      </Show>
    </aside>
  );
}
