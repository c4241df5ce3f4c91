import type { Problem } from '@dealwright/bpmn/types';
import type { Decision, DecisionInput } from '@dealwright/expression';
import type { DeployedProcess } from '@dealwright/runtime';
import { z } from 'zod';
import type { Instant, Labels, PersonRef } from './common.ts';

// model.list (query; all roles) → ModelSummary[]
// model.get (query; manager, admin) → ModelDetail · model.templates (query) → TemplateSummary[]
// model.create (mutation; manager) → ModelDetail (from a template, an uploaded file or blank)
// model.saveDraft (mutation; manager) → { revision } · refuses a stale revision: code "draft-conflict", names who and when
// model.saveDecisions (mutation; manager) → { revision, choices } · replaces the draft's DMN files; refuses a stale revision
//   and files that can't be read: code "model-refused" with the problems
// model.decisions (query; manager, admin) → DecisionChoice[] of a draft or a version
// model.decision (query; manager, admin) → DecisionDetail: what one of them decides, to be shown
// model.tryDecision (mutation; manager) → { result } over values that were typed in; nothing is kept. Refused with the
//   evaluation's own words: code "decision-failed", "decision-unknown", "expression-timeout" …
// model.validate (mutation; manager; inline lint) → Problem[]; with the model's id also what its decisions lack
// model.deploy (mutation; manager, admin) → DeployResult · deploys the saved draft of that revision
// model.versions (query) → VersionSummary[] · model.version (query) → VersionDetail
// model.restoreDraft (mutation; manager) → { revision }: a version becomes the draft
export interface ModelSummary {
  readonly id: string;
  readonly processId: string;
  readonly name: string;
  /** the process's name by language, as in the draft */
  readonly labels: Labels;
  readonly updatedAt: Instant;
  readonly updatedBy: PersonRef | null;
  readonly latestVersion: number | null;
  /** the draft differs from the latest version */
  readonly draftChanged: boolean;
  readonly activeDeals: number;
  readonly demo: boolean;
}
export interface ModelDetail extends ModelSummary {
  readonly xml: string;
  readonly revision: number;
  /** the DMN files that are deployed with the draft */
  readonly decisions: readonly DecisionFile[];
}
/** A DMN file: its name as people see it, and its text. */
export interface DecisionFile {
  readonly name: string;
  readonly xml: string;
}
/** A decision of one of the files: what a business rule task may choose. */
export interface DecisionChoice {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** the name that the file gives to its result */
  readonly variable: string;
}
export type { Aggregator, Boxed, Decision, DecisionInput, DecisionTable, HitPolicy } from '@dealwright/expression';
export interface DecisionDetail {
  readonly decision: Decision;
  readonly file: string;
  /** the decisions whose results it reads, also by way of others */
  readonly required: readonly Decision[];
  /** what has to be filled in to try it */
  readonly inputs: readonly DecisionInput[];
}
export interface TemplateSummary {
  readonly key: string;
  /** id of the process in its drawing */
  readonly processId: string;
  readonly name: Labels;
  readonly description: Labels;
  readonly xml: string;
  readonly decisions: readonly DecisionFile[];
}
export interface VersionSummary {
  readonly deploymentId: string;
  readonly version: number;
  readonly note: string;
  readonly deployedAt: Instant;
  readonly deployedBy: PersonRef | null;
  readonly activeDeals: number;
  readonly closedDeals: number;
}
export interface VersionDetail extends VersionSummary {
  readonly xml: string;
  readonly decisions: readonly DecisionFile[];
  readonly processId: string;
  readonly name: string;
  readonly labels: Labels;
}
export interface DeployResult {
  readonly deploymentId: string;
  readonly version: number;
  /** every process of the file that was deployed, the model's own first */
  readonly processes: readonly DeployedProcess[];
  readonly warnings: readonly Problem[];
}
const xml = z.string().min(1).max(5_000_000);
const id = z.string().min(1).max(200);
export const modelIdInput = z.object({ id });
export const createModelInput = z.object({
  name: z.string().trim().min(1).max(200),
  from: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('blank') }),
    z.object({ kind: z.literal('template'), key: z.string().max(100) }),
    z.object({ kind: z.literal('file'), xml }),
  ]),
});
export const saveDraftInput = z.object({
  id,
  xml,
  name: z.string().trim().min(1).max(200).optional(),
  revision: z.number().int().nonnegative(),
});
/** What a draft may hold; characters are a file's. */
export const DECISION_LIMITS = { files: 20, name: 200, characters: 2_000_000 } as const;
const decisionFile = z.object({
  name: z.string().trim().min(1).max(DECISION_LIMITS.name),
  xml: z.string().min(1).max(DECISION_LIMITS.characters),
});
export const saveDecisionsInput = z.object({
  id,
  revision: z.number().int().nonnegative(),
  files: z.array(decisionFile).max(DECISION_LIMITS.files),
});
/** whose decisions: a model's draft or a version */
const ofDraft = z.object({ id });
const ofVersion = z.object({ deploymentId: id });
export const decisionsInput = z.union([ofDraft, ofVersion]);
export type DecisionsOf = z.infer<typeof decisionsInput>;
export const decisionInput = z.union([ofDraft.extend({ decisionId: id }), ofVersion.extend({ decisionId: id })]);
const variables = z.record(z.string().min(1).max(200), z.json());
export const tryDecisionInput = z.union([
  ofDraft.extend({ decisionId: id, variables }),
  ofVersion.extend({ decisionId: id, variables }),
]);
export const validateInput = z.object({ xml, id: id.optional() });
export const deployInput = z.object({
  id,
  revision: z.number().int().nonnegative(),
  note: z.string().trim().min(1).max(2000),
});
export const deploymentIdInput = z.object({ deploymentId: id });
