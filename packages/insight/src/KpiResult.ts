import type { KpiMeasure, KpiUnit, Labels } from '@dealwright/bpmn/types';

export type KpiState = 'met' | 'missed' | 'unclear' | 'noTarget' | 'noData';

/** A KPI's figure beside its target, in the KPI's unit; percent from 0 to 100. */
export interface KpiResult {
  readonly id: string;
  readonly measure: KpiMeasure;
  readonly field: string | null;
  readonly labels: Labels;
  readonly unit: KpiUnit;
  readonly direction: 'up' | 'down';
  readonly target: number | null;
  /** null when n is 0 */
  readonly actual: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly n: number;
  /** 95 % interval of `actual` where one can be given */
  readonly low: number | null;
  readonly high: number | null;
  readonly state: KpiState;
}
