import type * as c from '@dealwright/api/contract';
import type { Problem } from '@dealwright/bpmn';

type Query<Input, Output> = {
  query: Input extends void
    ? (input?: undefined, options?: CallOptions) => Promise<Output>
    : (input: Input, options?: CallOptions) => Promise<Output>;
};
type Mutation<Input, Output> = {
  mutate: Input extends void
    ? (input?: undefined, options?: CallOptions) => Promise<Output>
    : (input: Input, options?: CallOptions) => Promise<Output>;
};
interface CallOptions {
  readonly signal?: AbortSignal;
}
/** What a zod schema takes in: `z.input`, without needing zod here. */
type In<Schema extends { readonly _zod: { readonly input: unknown } }> = Schema['_zod']['input'];

export interface Subscription {
  unsubscribe(): void;
}

/** The server's procedures as the screens see them: the contract of `@dealwright/api`, procedure by procedure. */
export interface Procedures {
  readonly auth: {
    readonly me: Query<void, c.Me | null>;
    readonly setupNeeded: Query<void, { readonly needed: boolean }>;
    readonly setup: Mutation<In<typeof c.setupInput>, c.Me>;
    readonly acceptInvite: Mutation<In<typeof c.acceptInviteInput>, c.Me>;
    readonly signIn: Mutation<In<typeof c.signInInput>, c.Me>;
    readonly signOut: Mutation<void, void>;
    readonly setPreferences: Mutation<In<typeof c.preferencesInput>, c.Me>;
    readonly changePassword: Mutation<In<typeof c.changePasswordInput>, void>;
  };
  readonly people: {
    readonly list: Query<void, readonly c.Person[]>;
    readonly create: Mutation<In<typeof c.createPersonInput>, { readonly id: string; readonly inviteUrl: string }>;
    readonly update: Mutation<In<typeof c.updatePersonInput>, void>;
    readonly invite: Mutation<In<typeof c.personIdInput>, { readonly inviteUrl: string }>;
    readonly names: Query<void, readonly c.PersonRef[]>;
    readonly teams: Query<void, readonly { readonly id: string; readonly name: string }[]>;
    readonly groups: Query<void, readonly string[]>;
  };
  readonly incident: {
    readonly list: Query<In<typeof c.pageInput>, c.Page<c.Incident>>;
    readonly retry: Mutation<In<typeof c.incidentIdInput>, void>;
    readonly cancel: Mutation<In<typeof c.incidentIdInput>, void>;
  };
  readonly audit: { readonly list: Query<In<typeof c.auditInput>, c.Page<c.AuditRow>> };
  readonly system: { readonly status: Query<void, c.SystemStatus> };
  readonly deal: {
    readonly board: Query<In<typeof c.boardInput>, c.Board>;
    readonly column: Query<In<typeof c.columnInput>, c.Page<c.DealCard>>;
    readonly get: Query<In<typeof c.dealIdInput>, c.DealDetail>;
    readonly timeline: Query<In<typeof c.timelineInput>, c.Page<c.TimelineEntry>>;
    readonly start: Mutation<In<typeof c.startDealInput>, { readonly id: string }>;
    readonly update: Mutation<In<typeof c.updateDealInput>, { readonly revision: number }>;
    readonly lookups: Query<void, c.Lookups>;
    readonly search: Query<In<typeof c.searchInput>, readonly c.DealCard[]>;
  };
  readonly task: {
    readonly list: Query<In<typeof c.taskListInput>, c.Page<c.TaskRow>>;
    readonly counts: Query<void, c.TaskCounts>;
    readonly get: Query<In<typeof c.taskIdInput>, c.TaskDetail>;
    readonly claim: Mutation<In<typeof c.taskIdInput>, void>;
    readonly release: Mutation<In<typeof c.taskIdInput>, void>;
    readonly assign: Mutation<In<typeof c.assignInput>, void>;
    readonly saveDraft: Mutation<In<typeof c.taskDraftInput>, { readonly savedAt: c.Instant }>;
    readonly complete: Mutation<In<typeof c.completeInput>, c.CompleteResult>;
  };
  readonly process: { readonly view: Query<In<typeof c.processViewInput>, c.ProcessView> };
  readonly model: {
    readonly list: Query<void, readonly c.ModelSummary[]>;
    readonly get: Query<In<typeof c.modelIdInput>, c.ModelDetail>;
    readonly templates: Query<void, readonly c.TemplateSummary[]>;
    readonly create: Mutation<In<typeof c.createModelInput>, c.ModelDetail>;
    readonly saveDraft: Mutation<In<typeof c.saveDraftInput>, { readonly revision: number }>;
    readonly validate: Mutation<In<typeof c.validateInput>, readonly Problem[]>;
    readonly deploy: Mutation<In<typeof c.deployInput>, c.DeployResult>;
    readonly versions: Query<In<typeof c.modelIdInput>, readonly c.VersionSummary[]>;
    readonly version: Query<In<typeof c.deploymentIdInput>, c.VersionDetail>;
    readonly restoreDraft: Mutation<
      { readonly id: string; readonly deploymentId: string },
      { readonly revision: number }
    >;
  };
  readonly import: {
    readonly preview: Mutation<In<typeof c.importPreviewInput>, c.ImportPreview>;
    readonly run: Mutation<In<typeof c.importRunInput>, { readonly runId: string }>;
    readonly status: Query<In<typeof c.importStatusInput>, c.ImportStatus>;
    readonly latest: Query<void, c.ImportStatus | null>;
  };
  readonly demo: {
    readonly status: Query<void, { readonly loaded: boolean; readonly people: readonly c.DemoPerson[] }>;
    readonly load: Mutation<void, void>;
    readonly remove: Mutation<void, void>;
  };
  readonly live: {
    readonly changes: {
      subscribe(
        input: undefined,
        handlers: {
          onData?: (change: c.LiveChange) => void;
          onStarted?: () => void;
          onError?: (error: unknown) => void;
        },
      ): Subscription;
    };
  };
}
