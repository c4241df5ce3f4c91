import type { KpiDefinition, KpiUnit } from '@dealwright/bpmn';
import type { KpiResult, KpiState } from './KpiResult.ts';
import type { Figure, Measure } from './measures/Measure.ts';
import { MEASURES } from './measures/measures.ts';
import type { Interval } from './statistics/Interval.ts';
import { meanInterval } from './statistics/meanInterval.ts';
import { wilson } from './statistics/wilson.ts';

/** A figure as the KPI's result: in its unit, with interval, judged against its target. */
export function judgeKpi(kpi: KpiDefinition, figure: Figure): KpiResult {
  const { kind } = MEASURES[kpi.measure];
  const factor = factorOf(kind, kpi.unit);
  const interval = figure.n > 0 ? intervalOf(kind, figure) : null;
  const actual = figure.n > 0 && figure.value !== null ? figure.value * factor : null;
  const low = interval === null ? null : interval.low * factor;
  const high = interval === null ? null : interval.high * factor;
  const { id, measure, field, labels, unit, direction, target } = kpi;
  const { numerator, denominator, n } = figure;
  const state = stateOf(kpi, { actual, low, high, counted: kind === 'count' });
  return { id, measure, field, labels, unit, direction, target, actual, numerator, denominator, n, low, high, state };
}

function intervalOf(kind: Measure['kind'], figure: Figure): Interval | null {
  switch (kind) {
    case 'share':
      return wilson(figure.numerator, figure.n);
    case 'median':
      return figure.low === null || figure.high === null ? null : { low: figure.low, high: figure.high };
    case 'mean':
      return figure.value === null || figure.deviation === null
        ? null
        : meanInterval(figure.value, figure.deviation, figure.n);
    case 'count':
      return null;
  }
}

/** Shares are 0 to 1 and durations hours inside; what a field holds is in the KPI's own unit already. */
function factorOf(kind: Measure['kind'], unit: KpiUnit): number {
  if (kind === 'share') return unit === 'percent' ? 100 : 1;
  return kind === 'median' && unit === 'days' ? 1 / 24 : 1;
}

/**
 * Met or missed only where the data can tell: when the interval reaches over the target, or the cases are too few for
 * one, it is unclear. A count is what it is and needs none.
 */
function stateOf(
  kpi: KpiDefinition,
  found: {
    readonly actual: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly counted: boolean;
  },
): KpiState {
  const { target, direction } = kpi;
  if (found.actual === null) return 'noData';
  if (target === null) return 'noTarget';
  const good = (value: number) => (direction === 'up' ? value >= target : value <= target);
  if (found.counted) return good(found.actual) ? 'met' : 'missed';
  if (found.low === null || found.high === null || good(found.low) !== good(found.high)) return 'unclear';
  return good(found.actual) ? 'met' : 'missed';
}
