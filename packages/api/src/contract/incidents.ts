import { z } from 'zod';
import type { ApiProblem, Instant, Labels, Message } from './common.ts';
import { pageInput } from './admin.ts';

// all for admins:
// incident.list (query) → Page<Incident>, newest first · incident.kinds (query) → IncidentKinds
// incident.variables (query) → the process's variables, for a retry with changed ones
// incident.retry | skip | cancel (mutations; each incident on its own, the others whatever becomes of one) → IncidentAnswer[]

/** A step that could not be done, and holds its process. */
export interface Incident {
  readonly id: string;
  readonly instanceId: string;
  readonly deal: { readonly id: string; readonly name: string } | null;
  readonly processId: string;
  readonly processName: string;
  readonly processLabels: Labels;
  readonly version: number;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly nodeLabels: Labels;
  readonly code: string;
  readonly message: Message;
  readonly raisedAt: Instant;
}
/** What open incidents there are, to choose from: the most frequent first. */
export interface IncidentKinds {
  readonly processes: readonly {
    readonly id: string;
    readonly name: string;
    readonly labels: Labels;
    readonly count: number;
  }[];
  readonly codes: readonly { readonly code: string; readonly count: number }[];
}
/** What became of one: done when `problem` is null. */
export interface IncidentAnswer {
  readonly id: string;
  readonly problem: ApiProblem | null;
}

/** Incidents that one call may name. */
export const INCIDENTS_AT_ONCE = 200;

const id = z.string().min(1).max(200);
export const incidentListInput = pageInput.extend({ processId: id.optional(), code: id.optional() });
export const incidentIdInput = z.object({ id });
/** `reason`: for the audit trail, one for all. */
export const incidentsInput = z.object({
  ids: z.array(id).min(1).max(INCIDENTS_AT_ONCE),
  reason: z.string().trim().max(500).default(''),
});
/** `variables`: of one process; no two have the same. */
export const incidentsWithVariablesInput = incidentsInput
  .extend({ variables: z.record(z.string().min(1).max(200), z.json()).optional() })
  .refine(({ ids, variables }) => variables === undefined || ids.length === 1, {
    path: ['variables'],
    error: 'variables can be given for one incident only',
  });
