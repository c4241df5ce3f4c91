import type { z } from 'zod';
import type { Membership } from '@dealwright/sales';
import type {
  acceptInviteInput,
  activateInput,
  assignInput,
  auditInput,
  AuditRow,
  Board,
  boardInput,
  Calendar,
  changePasswordInput,
  columnInput,
  completeInput,
  conditionsInput,
  CompleteResult,
  createModelInput,
  createPersonInput,
  createWebhookInput,
  DealCard,
  DealDetail,
  DecisionChoice,
  DecisionDetail,
  decisionInput,
  DecisionsOf,
  DemoPerson,
  deployInput,
  DeployResult,
  EvaluatedConditions,
  ImportMapping,
  importPreviewInput,
  DirtFinding,
  ImportPreview,
  ImportStatus,
  Incident,
  IncidentAnswer,
  IncidentKinds,
  incidentListInput,
  incidentsWithVariablesInput,
  Lookups,
  moveDealInput,
  Me,
  ModelDetail,
  ModelSummary,
  Page,
  Person,
  PersonRef,
  preferencesInput,
  ProcessView,
  processViewInput,
  Role,
  Retention,
  rotateWebhookInput,
  saveCalendarInput,
  saveDecisionsInput,
  saveDraftInput,
  saveSecretInput,
  Secret,
  setRetentionInput,
  setupInput,
  signInInput,
  startDealInput,
  SystemStatus,
  TaskCounts,
  taskDraftInput,
  TaskDetail,
  taskListInput,
  TaskRow,
  TemplateSummary,
  TimelineEntry,
  tryDecisionInput,
  updateDealInput,
  updatePersonInput,
  validateInput,
  VersionDetail,
  VersionSummary,
  Webhook,
  WebhookSecret,
} from './contract/index.ts';
import type { Problem } from '@dealwright/bpmn/types';
import type { JsonObject } from '@dealwright/engine';
import type { Json } from '@dealwright/expression';

/** Who asks: every read and write of a record is judged by it. */
export interface Viewer {
  readonly personId: string;
  readonly roles: readonly Role[];
  /** as it was read with the session, for this request alone */
  readonly membership?: Membership;
}

/** A signed-in person's session, as the cookie of the request says. */
export interface Session extends Viewer {
  readonly tokenHash: string;
  readonly csrfToken: string;
}

export interface AuthService {
  me(session: Session): Promise<Me>;
  setupNeeded(): Promise<boolean>;
  /** The first admin; signs in at once. */
  setup(input: z.infer<typeof setupInput>, address: string): Promise<SignedIn>;
  acceptInvite(input: z.infer<typeof acceptInviteInput>, address: string): Promise<SignedIn>;
  signIn(input: z.infer<typeof signInInput>, address: string): Promise<SignedIn>;
  signOut(session: Session): Promise<void>;
  setPreferences(session: Session, input: z.infer<typeof preferencesInput>): Promise<Me>;
  /** Ends every other session of the person. */
  changePassword(session: Session, input: z.infer<typeof changePasswordInput>): Promise<void>;
}
export interface SignedIn {
  /** the secret of the session, for the cookie only */
  readonly token: string;
  readonly me: Me;
}

export interface ModelService {
  list(): Promise<readonly ModelSummary[]>;
  get(id: string): Promise<ModelDetail>;
  templates(): Promise<readonly TemplateSummary[]>;
  create(viewer: Viewer, input: z.infer<typeof createModelInput>): Promise<ModelDetail>;
  saveDraft(viewer: Viewer, input: z.infer<typeof saveDraftInput>): Promise<{ revision: number }>;
  validate(input: z.infer<typeof validateInput>): Promise<readonly Problem[]>;
  deploy(viewer: Viewer, input: z.infer<typeof deployInput>): Promise<DeployResult>;
  saveDecisions(
    viewer: Viewer,
    input: z.infer<typeof saveDecisionsInput>,
  ): Promise<{ readonly revision: number; readonly choices: readonly DecisionChoice[] }>;
  decisions(source: DecisionsOf): Promise<readonly DecisionChoice[]>;
  decision(input: z.infer<typeof decisionInput>): Promise<DecisionDetail>;
  tryDecision(input: z.infer<typeof tryDecisionInput>): Promise<{ readonly result: Json }>;
  versions(modelId: string): Promise<readonly VersionSummary[]>;
  version(deploymentId: string): Promise<VersionDetail>;
  restoreDraft(viewer: Viewer, deploymentId: string): Promise<{ revision: number }>;
}

export interface DealService {
  board(viewer: Viewer, input: z.infer<typeof boardInput>): Promise<Board>;
  column(viewer: Viewer, input: z.infer<typeof columnInput>): Promise<Page<DealCard>>;
  get(viewer: Viewer, id: string): Promise<DealDetail>;
  timeline(viewer: Viewer, id: string, cursor: string | undefined): Promise<Page<TimelineEntry>>;
  start(viewer: Viewer, input: z.infer<typeof startDealInput>): Promise<{ id: string }>;
  update(viewer: Viewer, input: z.infer<typeof updateDealInput>): Promise<{ revision: number }>;
  move(viewer: Viewer, input: z.infer<typeof moveDealInput>): Promise<void>;
  activate(viewer: Viewer, input: z.infer<typeof activateInput>): Promise<{ nextTasks: readonly string[] }>;
  lookups(viewer: Viewer): Promise<Lookups>;
  search(viewer: Viewer, text: string): Promise<readonly DealCard[]>;
}

export interface TaskService {
  list(viewer: Viewer, input: z.infer<typeof taskListInput>): Promise<Page<TaskRow>>;
  counts(viewer: Viewer): Promise<TaskCounts>;
  get(viewer: Viewer, id: string): Promise<TaskDetail>;
  claim(viewer: Viewer, id: string): Promise<void>;
  release(viewer: Viewer, id: string): Promise<void>;
  assign(viewer: Viewer, input: z.infer<typeof assignInput>): Promise<void>;
  saveDraft(viewer: Viewer, input: z.infer<typeof taskDraftInput>): Promise<{ savedAt: string }>;
  complete(viewer: Viewer, input: z.infer<typeof completeInput>): Promise<CompleteResult>;
}

export interface ProcessService {
  view(viewer: Viewer, input: z.infer<typeof processViewInput>): Promise<ProcessView>;
  evaluateConditions(viewer: Viewer, input: z.infer<typeof conditionsInput>): Promise<EvaluatedConditions>;
}

export interface PeopleService {
  list(viewer: Viewer): Promise<readonly Person[]>;
  create(viewer: Viewer, input: z.infer<typeof createPersonInput>): Promise<{ id: string; inviteUrl: string }>;
  update(viewer: Viewer, input: z.infer<typeof updatePersonInput>): Promise<void>;
  invite(viewer: Viewer, id: string): Promise<{ inviteUrl: string }>;
  names(): Promise<readonly PersonRef[]>;
  teams(): Promise<readonly { id: string; name: string }[]>;
  groups(): Promise<readonly string[]>;
}

export interface IncidentService {
  list(input: z.infer<typeof incidentListInput>): Promise<Page<Incident>>;
  kinds(): Promise<IncidentKinds>;
  /** The variables of the process that an open incident holds. */
  variables(id: string): Promise<JsonObject>;
  /**
   * Tries each again, passes over its step, or ends its process. What can not be done to one is its answer and stops no
   * other; `requestId` is quoted for what nobody foresaw.
   */
  resolve(
    viewer: Viewer,
    way: 'retry' | 'skip' | 'cancel',
    input: z.infer<typeof incidentsWithVariablesInput>,
    requestId: string,
  ): Promise<readonly IncidentAnswer[]>;
}

export interface AuditService {
  list(input: z.infer<typeof auditInput>): Promise<Page<AuditRow>>;
}

export interface SystemService {
  status(): Promise<SystemStatus>;
}

export interface RetentionService {
  list(): Promise<readonly Retention[]>;
  set(viewer: Viewer, input: z.infer<typeof setRetentionInput>): Promise<void>;
}

export interface CalendarService {
  list(): Promise<readonly Calendar[]>;
  /** Makes it, or puts it in the place of the one with its id. */
  save(viewer: Viewer, input: z.infer<typeof saveCalendarInput>): Promise<void>;
  remove(viewer: Viewer, id: string): Promise<void>;
}

export interface SecretService {
  list(): Promise<readonly Secret[]>;
  save(viewer: Viewer, input: z.infer<typeof saveSecretInput>): Promise<void>;
  remove(viewer: Viewer, name: string): Promise<void>;
}

export interface WebhookService {
  list(): Promise<readonly Webhook[]>;
  create(viewer: Viewer, input: z.infer<typeof createWebhookInput>): Promise<WebhookSecret>;
  rotate(viewer: Viewer, input: z.infer<typeof rotateWebhookInput>): Promise<WebhookSecret>;
  remove(viewer: Viewer, id: string): Promise<void>;
}

export interface ImportService {
  preview(viewer: Viewer, input: z.infer<typeof importPreviewInput>): Promise<ImportPreview>;
  /** every row of every kind of dirt */
  findings(input: z.infer<typeof importPreviewInput>): Promise<readonly DirtFinding[]>;
  run(
    viewer: Viewer,
    input: z.infer<typeof importPreviewInput> & { mapping: ImportMapping },
  ): Promise<{ runId: string }>;
  status(runId: string): Promise<ImportStatus>;
  latest(): Promise<ImportStatus | null>;
}

export interface DemoService {
  status(): Promise<{ loaded: boolean; people: readonly DemoPerson[] }>;
  load(viewer: Viewer): Promise<void>;
  remove(viewer: Viewer): Promise<void>;
}

/** Everything the routers can do. They hold no rules: they name who may call, parse, and hand on. */
export interface Services {
  readonly auth: AuthService;
  readonly model: ModelService;
  readonly deal: DealService;
  readonly task: TaskService;
  readonly process: ProcessService;
  readonly people: PeopleService;
  readonly incident: IncidentService;
  readonly audit: AuditService;
  readonly system: SystemService;
  readonly retention: RetentionService;
  readonly calendar: CalendarService;
  readonly secret: SecretService;
  readonly webhook: WebhookService;
  readonly import: ImportService;
  readonly demo: DemoService;
}
