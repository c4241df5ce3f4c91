import type { KpiResult } from '@dealwright/api/contract';
import { formatMoney, formatNumber, labelOf, t } from '../../i18n/index.ts';
import { measureTexts } from '../designer/panel/texts.ts';
import { processTexts as texts } from './texts.ts';

type Unit = KpiResult['unit'];

function digitsOf(value: number): number {
  return Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
}

/** A figure with its unit; a dash where there is none. Percent figures are 0 to 100. */
export function formatFigure(value: number | null, unit: Unit, currency: string): string {
  if (value === null) return '–';
  const number = formatNumber(value, digitsOf(value));
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

/** Actual against target with the unit once: "5.4 / 4 h"; without a target the figure alone. */
export function formatAgainst(kpi: KpiResult, currency: string): string {
  const target = formatFigure(kpi.target, kpi.unit, currency);
  if (kpi.target === null) return formatFigure(kpi.actual, kpi.unit, currency);
  if (kpi.actual === null) return `– / ${target}`;
  const actual =
    kpi.unit === 'money' ? formatMoney(kpi.actual, currency, true) : formatNumber(kpi.actual, digitsOf(kpi.actual));
  return `${actual} / ${target}`;
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
