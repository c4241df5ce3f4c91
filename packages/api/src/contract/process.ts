import type { KpiMeasure, KpiUnit } from '@dealwright/bpmn/types';
import { z } from 'zod';
import type { Instant, Labels } from './common.ts';

// process.view (query; manager and admin all, rep own deals) → ProcessView
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
  readonly state: 'met' | 'missed' | 'unclear' | 'noTarget' | 'noData';
}
export interface ElementFigures {
  readonly nodeId: string;
  /** deals whose token stands here now */
  readonly standing: number;
  readonly standingValue: number;
  readonly entered: number;
  readonly left: number;
  readonly medianHours: number | null;
  readonly kpis: readonly KpiResult[];
}
export interface ProcessView {
  readonly processId: string;
  readonly name: string;
  readonly deploymentId: string;
  readonly version: number;
  readonly xml: string;
  readonly asOf: Instant;
  readonly currency: string;
  readonly elements: readonly ElementFigures[];
  /** flow id → times taken */
  readonly flows: readonly { readonly flowId: string; readonly taken: number }[];
  readonly stages: readonly {
    readonly id: string;
    readonly labels: Labels;
    readonly entered: number;
    readonly standing: number;
    readonly standingValue: number;
    readonly conversion: number | null;
  }[];
  readonly processKpis: readonly KpiResult[];
  readonly totals: {
    readonly started: number;
    readonly open: number;
    readonly won: number;
    readonly lost: number;
    readonly wonValue: number;
  };
}
export const processViewInput = z.object({
  processId: z.string().min(1).max(200),
  /** one version; every version of the process when absent, drawn on the latest */
  deploymentId: z.string().max(200).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  ownerId: z.string().max(200).optional(),
});
