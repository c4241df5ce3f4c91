import type { ElementFigures, KpiResult } from '@dealwright/api/contract';
import { For, type JSX } from 'solid-js';
import { formatMoney, formatNumber, t } from '../../i18n/index.ts';
import { scrollByKeyboard } from '../../ui/index.ts';
import { KpiState } from './KpiState.tsx';
import { formatFigure, kpiName } from './kpiText.ts';
import { measureDefinitions, processTexts as texts } from './texts.ts';

interface Row {
  readonly element: ElementFigures;
  readonly kpi: KpiResult | null;
}

/** The same figures as on the drawing, as a table: one row a KPI, one row for a step without any. */
export function ElementTable(props: {
  elements: readonly ElementFigures[];
  nameOf: (id: string) => string;
  currency: string;
  onSelect: (id: string) => void;
}): JSX.Element {
  const rows = (): readonly Row[] =>
    props.elements.flatMap((element): Row[] =>
      element.kpis.length === 0 ? [{ element, kpi: null }] : element.kpis.map((kpi) => ({ element, kpi })),
    );
  return (
    <div class="table-scroll" ref={scrollByKeyboard}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t(texts.step)}</th>
            <th scope="col" class="table__num">
              {t(texts.standing)}
            </th>
            <th scope="col" class="table__num">
              {t(texts.standingValue)}
            </th>
            <th scope="col" class="table__num">
              {t(texts.median)}
            </th>
            <th scope="col">{t(texts.kpi)}</th>
            <th scope="col" class="table__num">
              {t(texts.actual)}
            </th>
            <th scope="col" class="table__num">
              {t(texts.target)}
            </th>
            <th scope="col" class="table__num">
              {t(texts.n)}
            </th>
            <th scope="col">{t(texts.state)}</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {({ element, kpi }) => (
              <tr>
                <th scope="row">
                  <button type="button" class="process__link" onClick={() => props.onSelect(element.nodeId)}>
                    {props.nameOf(element.nodeId)}
                  </button>
                </th>
                <td class="table__num">{formatNumber(element.standing)}</td>
                <td class="table__num">{formatMoney(element.standingValue, props.currency, true)}</td>
                <td class="table__num">{formatFigure(element.medianHours, 'hours', props.currency)}</td>
                <td title={kpi ? t(measureDefinitions[kpi.measure]) : undefined}>{kpi ? kpiName(kpi) : '–'}</td>
                <td class="table__num">{kpi ? formatFigure(kpi.actual, kpi.unit, props.currency) : '–'}</td>
                <td class="table__num">{kpi ? formatFigure(kpi.target, kpi.unit, props.currency) : '–'}</td>
                <td class="table__num">{kpi ? formatNumber(kpi.n) : '–'}</td>
                <td>{kpi ? <KpiState kpi={kpi} /> : '–'}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
