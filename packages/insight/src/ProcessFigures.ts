import type { Labels } from '@dealwright/bpmn/types';
import type { KpiResult } from './KpiResult.ts';

export interface ElementFigures {
  readonly nodeId: string;
  /** deals whose token stands here now */
  readonly standing: number;
  readonly standingValue: number;
  /** instances that entered, and that left normally, at least once */
  readonly entered: number;
  readonly left: number;
  /** from first entry to first normal leave */
  readonly medianHours: number | null;
  readonly kpis: readonly KpiResult[];
}

/** What the process view shows on and beside a drawing. Times are ISO 8601 in UTC. */
export interface ProcessFigures {
  readonly processId: string;
  readonly deploymentId: string;
  readonly asOf: string;
  /** the currency of most deals; values in others are left out of sums */
  readonly currency: string;
  readonly elements: readonly ElementFigures[];
  readonly flows: readonly { readonly flowId: string; readonly taken: number }[];
  readonly stages: readonly {
    readonly id: string;
    readonly labels: Labels;
    readonly entered: number;
    readonly standing: number;
    readonly standingValue: number;
    /** 0 to 1, see `STAGES_SQL` */
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
