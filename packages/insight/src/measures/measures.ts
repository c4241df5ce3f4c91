import type { KpiMeasure } from '@dealwright/bpmn';
import { completions } from './completions.ts';
import { conversion } from './conversion.ts';
import { cycleTime } from './cycleTime.ts';
import { fieldAverage } from './fieldAverage.ts';
import { fieldShare } from './fieldShare.ts';
import type { Measure } from './Measure.ts';
import { reworkRate } from './reworkRate.ts';
import { slaHitRate } from './slaHitRate.ts';
import { winRate } from './winRate.ts';

/** Every measure that a KPI can name. */
export const MEASURES: Readonly<Record<KpiMeasure, Measure>> = {
  cycleTime,
  slaHitRate,
  conversion,
  winRate,
  completions,
  reworkRate,
  fieldAverage,
  fieldShare,
};
