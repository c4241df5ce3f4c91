import type { ConnectorDefinition, Message, Problem, ProcessGraph } from '@dealwright/bpmn';
import type { JsonObject } from '@dealwright/engine';
import type { Evaluator, Json } from '@dealwright/expression';
import type { DecisionFile, EntityManager, Notices } from '@dealwright/store';
import type { Observer } from './Observer.ts';
import type { Completed } from './tasks/Completed.ts';

/** What the runtime is made with. Everything that is not a rule comes in from outside. */
export interface RuntimeOptions {
  /** a fresh EntityManager per call; the runtime opens the transactions */
  readonly em: () => EntityManager;
  /** epoch milliseconds */
  readonly now: () => number;
  /** new, sortable, unique id */
  readonly newId: () => string;
  /** who gets a task: answered by sales/, inside the commit's transaction */
  readonly assign: AssignmentResolver;
  /** what runs a service task, by `dw:connector` type */
  readonly connectors: Readonly<Record<string, Connector>>;
  /** evaluates expressions and scripts; made once per server */
  readonly evaluator: Evaluator;
  /** told after each commit, for live updates; must not throw */
  readonly onChange?: (change: RuntimeChange) => void;
  /** told of an error in the background (a round of the worker, a delivery after a commit); for the log */
  readonly onError?: (error: unknown) => void;
  /**
   * How commands share statements: at most so many in one, at most so many statements at once; 50 and 2 when absent.
   * `{ most: 1 }` gives each a transaction of its own.
   */
  readonly group?: { readonly most: number; readonly inFlight: number };
  /** told what is done, for metrics and traces */
  readonly observe?: Observer;
  /** the other servers over the same database, which are told of jobs that are due soon and tell of theirs */
  readonly peers?: Notices;
  /** this server's name, for job locks */
  readonly serverId: string;
}

export interface TaskContext {
  readonly graph: ProcessGraph;
  readonly node: number;
  readonly instanceId: string;
  readonly variables: JsonObject;
  readonly at: string;
  /** FEEL, in the way that this transaction evaluates: let what it throws pass unless it is an `ExpressionError` */
  readonly evaluate?: (expression: string, variables: JsonObject) => Promise<Json>;
}
export interface TaskAssignment {
  readonly assigneeId: string | null;
  /** principals: `p:<person id>`, `g:<group key>`, `r:<role>`; who may see and claim it */
  readonly candidates: readonly string[];
}
export type AssignmentResolver = (em: EntityManager, context: TaskContext) => Promise<TaskAssignment>;

/**
 * Runs outside any transaction; at least once, with a stable idempotency key. `drawn` is what the drawing says of it:
 * the expressions that `input` was made with. Throws `BpmnError` for what the drawing deals with, `JobFault` for what no
 * repetition can help, `AttemptFailed` or anything else for what is to be tried again.
 */
export type Connector = (
  request: {
    readonly idempotencyKey: string;
    readonly instanceId: string;
    readonly input: JsonObject;
  },
  drawn: ConnectorDefinition,
) => Promise<JsonObject>;

export interface RuntimeChange {
  readonly instanceId: string;
  readonly processId: string;
}

export interface StartRequest {
  readonly processId: string;
  /** latest deployment when absent */
  readonly deploymentId?: string;
  readonly startNode?: string;
  /** with `startNode`: which of its triggers has happened, in the order of the drawing; the first when absent */
  readonly startEvent?: number;
  readonly variables: JsonObject;
  readonly actorId: string | null;
  readonly instanceId?: string;
  /** repeated with the same id, it starts nothing and answers the same */
  readonly commandId?: string;
  /**
   * Writes of the caller that belong to the same transaction (the deal's row); the instance row already exists. Run
   * again from the start when the transaction has lost a deadlock, and not at all for a repeated command.
   */
  readonly within?: (em: EntityManager, instanceId: string) => Promise<void>;
}

export interface CompleteRequest {
  readonly taskId: string;
  readonly variables: JsonObject;
  readonly actorId: string;
  /** idempotency key made by the client when the button is pressed */
  readonly commandId: string;
  /** as in `StartRequest`; the task is closed and what follows it is written by then */
  readonly within?: (em: EntityManager, instanceId: string) => Promise<void>;
}

export interface MoveRequest {
  readonly instanceId: string;
  readonly token: number;
  /** id of the element */
  readonly to: string;
  readonly actorId: string;
  /** as in `StartRequest` */
  readonly within?: (em: EntityManager, instanceId: string) => Promise<void>;
}

export interface ActivateRequest {
  readonly instanceId: string;
  /** token that has opened the ad-hoc subprocess */
  readonly token: number;
  /** id of the element inside it */
  readonly nodeId: string;
  readonly variables: JsonObject;
  readonly actorId: string;
  /** as in `CompleteRequest` */
  readonly commandId: string;
  /** as in `StartRequest` */
  readonly within?: (em: EntityManager, instanceId: string) => Promise<void>;
}

export interface SetVariablesRequest {
  readonly instanceId: string;
  readonly variables: JsonObject | ((em: EntityManager) => Promise<JsonObject>);
  readonly actorId: string | null;
}

/** What is to be done about an open incident. */
export interface ResolveRequest {
  readonly incidentId: string;
  readonly actorId: string;
  /** retry: written to the process first; skip: written as the step's result would be */
  readonly variables?: JsonObject;
  /** why, for the audit trail */
  readonly reason?: string;
}

export interface DeployedProcess {
  readonly processId: string;
  readonly deploymentId: string;
  readonly version: number;
}

export interface EvaluateConditionsRequest {
  readonly variables: JsonObject;
  readonly actorId: string | null;
  /** as in `StartRequest`: repeated, it starts nothing more */
  readonly commandId?: string;
}

/** A conditional start event: one that was true, and what it started; or one that could not be told, and why. */
export interface EvaluatedConditions {
  readonly started: readonly { readonly processId: string; readonly nodeId: string; readonly instanceId: string }[];
  readonly failed: readonly { readonly processId: string; readonly nodeId: string; readonly message: Message }[];
}

/** The durable executor. Every method is one transaction, and nothing is answered before it is committed. */
export interface Runtime {
  /**
   * Validates and puts every process of a file that is meant to run to work, all or none. Answers for the first, and
   * names all in `processes`. Throws `ModelRefused` with the problems.
   */
  deploy(request: {
    xml: string;
    /** DMN files that its business rule tasks ask for */
    decisions?: readonly DecisionFile[];
    note: string;
    actorId: string | null;
  }): Promise<{
    deploymentId: string;
    modelId: string;
    processId: string;
    version: number;
    processes: readonly DeployedProcess[];
    warnings: readonly Problem[];
  }>;
  /** The compiled graph of a deployment, from the cache. */
  graph(deploymentId: string): Promise<ProcessGraph>;
  start(request: StartRequest): Promise<{ instanceId: string }>;
  /**
   * Throws `TaskGone` (closed by whom and when), `TaskTaken` (assigned to another), `NotFound`. A task that nobody has
   * claimed may be completed by anyone: who may at all is for the caller to say. A task that all must approve (会签)
   * counts approvals of the persons among its candidates and goes on with the last; `TaskNotYours` for anybody else.
   */
  complete(request: CompleteRequest): Promise<Completed>;
  claim(request: { taskId: string; actorId: string }): Promise<void>;
  release(request: { taskId: string; actorId: string }): Promise<void>;
  assign(request: { taskId: string; assigneeId: string; actorId: string }): Promise<void>;
  saveDraft(request: { taskId: string; draft: JsonObject; actorId: string }): Promise<void>;
  /**
   * Correlates to the instance that has waited longest for this name and an equal correlation (none equals none), or
   * starts an instance by a message start event, or keeps it until it expires. Once for its id. `keptFor`: how long,
   * ISO 8601, a day when absent; `PT0S` is for those alone who wait by now.
   */
  publish(request: {
    messageId: string;
    name: string;
    correlation: string | null;
    payload: JsonObject;
    actorId: string | null;
    keptFor?: string;
  }): Promise<{ delivered: 'correlated' | 'started' | 'buffered' | 'repeated'; instanceId: string | null }>;
  broadcast(request: { name: string; payload: JsonObject; actorId: string | null }): Promise<{ delivered: number }>;
  /**
   * `variables` may be worked out in the transaction, under the instance's lock, together with writes of the caller that
   * belong to it (run again from the start when the transaction is). None changed is no command: then the instance may
   * be over.
   */
  setVariables(request: SetVariablesRequest): Promise<void>;
  move(request: MoveRequest): Promise<void>;
  /**
   * Starts one more activity of an ad-hoc subprocess. Throws `NotFound`, and `CommandRejected` when the token has opened
   * none, the element is not in it, or it does one thing at a time and is busy.
   */
  activate(request: ActivateRequest): Promise<{ instanceId: string; nextTasks: readonly string[] }>;
  /**
   * Looks at the conditional start events of newest versions over the given variables, and starts an instance with them
   * for each that is true (BPMN 2.0.2, 10.5.2).
   */
  evaluateConditions(request: EvaluateConditionsRequest): Promise<EvaluatedConditions>;
  cancel(request: { instanceId: string; reason: string; actorId: string | null }): Promise<void>;
  /** Tries again what an incident stopped. Throws `NotFound`, `IncidentResolved`, as the next two do. */
  retryIncident(request: ResolveRequest): Promise<void>;
  /**
   * Goes on from the step that an incident stopped as if it were done. Throws `CommandRejected` where that makes no
   * sense: at an end event, or where nothing says which way to go.
   */
  skipIncident(request: ResolveRequest): Promise<void>;
  /** Ends the instance that an incident stopped. */
  cancelIncident(request: Omit<ResolveRequest, 'variables'>): Promise<void>;
  /** Fires what is due now, at most `limit`; returns how many. Tests call it after turning the clock. */
  runDueJobs(limit?: number): Promise<number>;
  /** Epoch ms of the next due job, or null. */
  nextDue(): Promise<number | null>;
  /** Polls and runs jobs until stopped. */
  startWorker(): { stop(): Promise<void> };
}
