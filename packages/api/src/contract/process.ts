import type { ProcessFigures } from '@dealwright/insight/types';
import { z } from 'zod';
import type { Labels } from './common.ts';

// process.view (query; manager and admin all, rep own deals) → ProcessView
// process.evaluateConditions (mutation; manager, admin) → EvaluatedConditions: starts what conditional start events say
export type { EvaluatedConditions } from '@dealwright/runtime';
export type { ElementFigures, KpiResult } from '@dealwright/insight/types';
/** The figures, and the drawing they stand on. */
export interface ProcessView extends ProcessFigures {
  readonly name: string;
  readonly labels: Labels;
  readonly version: number;
  readonly xml: string;
}
export const processViewInput = z.object({
  processId: z.string().min(1).max(200),
  /** one version; every version of the process when absent, drawn on the latest */
  deploymentId: z.string().max(200).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  ownerId: z.string().max(200).optional(),
});
/** Over which variables the conditional start events of all processes are looked at; once for a `commandId`. */
export const conditionsInput = z.object({
  variables: z.record(z.string().min(1).max(200), z.json()),
  commandId: z.uuid(),
});
