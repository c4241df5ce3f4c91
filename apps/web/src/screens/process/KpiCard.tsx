import type { KpiResult } from '@dealwright/api/contract';
import { type JSX, Show } from 'solid-js';
import { formatNumber, t } from '../../i18n/index.ts';
import { KpiState } from './KpiState.tsx';
import { formatFigure, kpiName, SMALL_SAMPLE, stateMeaning } from './kpiText.ts';
import { measureDefinitions, processTexts as texts } from './texts.ts';

/** One KPI with all that stands behind it: target, interval, n, numerator and denominator, definition. */
export function KpiCard(props: { kpi: KpiResult; currency: string }): JSX.Element {
  const figure = (value: number | null) => formatFigure(value, props.kpi.unit, props.currency);
  return (
    <article class="process__kpi">
      <header>
        <h4 title={t(measureDefinitions[props.kpi.measure])}>{kpiName(props.kpi)}</h4>
        <KpiState kpi={props.kpi} />
      </header>
      <p class="process__kpi-figure num">
        <b>{figure(props.kpi.actual)}</b>
        <Show when={props.kpi.target !== null}>
          <span>
            {props.kpi.direction === 'up' ? '≥' : '≤'} {figure(props.kpi.target)}
          </span>
        </Show>
      </p>
      <dl class="process__facts num">
        <dt>{t(texts.n)}</dt>
        <dd>{formatNumber(props.kpi.n)}</dd>
        <Show when={props.kpi.low !== null && props.kpi.high !== null}>
          <dt>{t(texts.interval)}</dt>
          <dd>{t(texts.between, { low: figure(props.kpi.low), high: figure(props.kpi.high) })}</dd>
        </Show>
        <dt>{t(texts.ratio)}</dt>
        <dd>
          {formatNumber(props.kpi.numerator, 1)} / {formatNumber(props.kpi.denominator, 1)}
        </dd>
      </dl>
      <p class="field__hint">{stateMeaning(props.kpi)}</p>
      <Show when={props.kpi.n > 0 && props.kpi.n < SMALL_SAMPLE}>
        <p class="process__small">{t(texts.smallSample, { count: props.kpi.n })}</p>
      </Show>
      <p class="field__hint">{t(texts.definition, { text: t(measureDefinitions[props.kpi.measure]) })}</p>
    </article>
  );
}
