import type { KpiResult } from '@dealwright/api/contract';
import { formatMoney, formatNumber, labelOf, t } from '../../i18n/index.ts';
import { measureTexts } from '../designer/panel/texts.ts';
import { processTexts as texts } from './texts.ts';

type Unit = KpiResult['unit'];

/** A figure with its unit; a dash where there is none. Percent figures are 0 to 100. */
export function formatFigure(value: number | null, unit: Unit, currency: string): string {
  if (value === null) return '–';
  const digits = Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
  const number = formatNumber(value, digits);
  switch (unit) {
    case 'hours':
      return t(texts.hours, { value: number });
    case 'days':
      return t(texts.days, { value: number });
    case 'percent':
      return t(texts.percent, { value: number });
    case 'money':
      return formatMoney(value, currency, true);
    default:
      return number;
  }
}

/** What a KPI is called: its own label, else its measure. */
export function kpiName(kpi: KpiResult): string {
  return labelOf(kpi.labels, t(measureTexts[kpi.measure]));
}

/** Below this many, a figure is read with care. */
export const SMALL_SAMPLE = 30;

/** The sign that goes with a state: read without colour. */
export function stateSign(state: KpiResult['state']): string {
  return { met: '✓', missed: '✕', unclear: '?', noTarget: '·', noData: '–' }[state];
}

export function stateTone(state: KpiResult['state']): 'good' | 'bad' | 'warn' | 'neutral' {
  return ({ met: 'good', missed: 'bad', unclear: 'warn', noTarget: 'neutral', noData: 'neutral' } as const)[state];
}

/** What a state means, in a sentence. */
export function stateMeaning(kpi: KpiResult): string {
  const meaning = {
    met: texts.metMeaning,
    missed: texts.missedMeaning,
    unclear: texts.unclearMeaning,
    noTarget: texts.noTargetMeaning,
    noData: texts.noDataMeaning,
  }[kpi.state];
  return t(meaning, { count: kpi.n });
}
