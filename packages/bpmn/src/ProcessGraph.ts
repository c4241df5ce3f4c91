import type { KpiDefinition, Labels, NodeBusiness } from './NodeBusiness.ts';

export * from './NodeBusiness.ts';

/**
 * The compiled model: what the executor walks. Immutable, integer-indexed, built once per deployed version.
 *
 * Node 0 is the process itself. Scopes (the process, subprocesses) are nodes too; `parent` of a flow node is the
 * node index of the scope that holds it. `-1` stands for "none" wherever an index is expected.
 */
export interface ProcessGraph {
  readonly processId: string;
  readonly name: string;
  readonly executable: boolean;
  readonly nodes: readonly GraphNode[];
  readonly flows: readonly GraphFlow[];
  /** element id → node index; also the process's own id → 0 */
  readonly nodeIndex: ReadonlyMap<string, number>;
  /** element id → flow index */
  readonly flowIndex: ReadonlyMap<string, number>;
  readonly stages: readonly Stage[];
  readonly lanes: readonly GraphLane[];
  /** process-level KPIs (`dw:kpi` on the process) */
  readonly kpis: readonly KpiDefinition[];
  /** record type that an instance of this process drives, "deal" by default */
  readonly recordType: string;
}

export type NodeType =
  | 'process'
  | 'startEvent'
  | 'endEvent'
  | 'intermediateCatchEvent'
  | 'intermediateThrowEvent'
  | 'boundaryEvent'
  | 'task'
  | 'userTask'
  | 'manualTask'
  | 'serviceTask'
  | 'scriptTask'
  | 'sendTask'
  | 'receiveTask'
  | 'businessRuleTask'
  | 'callActivity'
  | 'subProcess'
  | 'eventSubProcess'
  | 'transaction'
  | 'adHocSubProcess'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'inclusiveGateway'
  | 'eventBasedGateway'
  | 'complexGateway';

export interface GraphNode {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly type: NodeType;
  /** node index of the enclosing scope; -1 for the process */
  readonly parent: number;
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
  /** flow index of the default flow, or -1 */
  readonly defaultFlow: number;
  /** event definitions; empty for a none event and for everything that is not an event or a receive/send task */
  readonly events: readonly EventDefinition[];
  /** node index of the activity a boundary event sits on, or -1 */
  readonly attachedTo: number;
  /** boundary events on this activity */
  readonly boundary: readonly number[];
  /** boundary: cancelActivity; start of an event subprocess: isInterrupting; true elsewhere */
  readonly interrupting: boolean;
  /** scopes only: all nodes directly inside, then those to start with */
  readonly children: readonly number[];
  /** scopes only: where a token is put when the scope opens: none start events, else nodes without incoming flow */
  readonly starts: readonly number[];
  /** scopes only: nodes without incoming flow that start beside the scope's start events (BPMN 2.0.2, 10.3.1) */
  readonly implicitStarts: readonly number[];
  /** scopes only: event subprocesses directly inside */
  readonly eventSubProcesses: readonly number[];
  /** link throw: node index of the catching link in the same scope, or -1 */
  readonly linkTarget: number;
  /** catch events: all of several triggers are needed, in any order; with false the first is enough */
  readonly parallelMultiple: boolean;
  /** activities: tokens that must arrive before it starts, and tokens sent along each outgoing flow; 1 elsewhere */
  readonly startQuantity: number;
  readonly completionQuantity: number;
  /** activities: how it is repeated; null when it runs once */
  readonly loop: LoopDefinition | null;
  /** activities: node index of the activity that compensates it (by its compensation boundary event), or -1 */
  readonly compensation: number;
  /** activities that only compensation starts */
  readonly isForCompensation: boolean;
  /** complex gateway: FEEL over the variables, `activationCount` and the number of tokens on each incoming flow by its id */
  readonly activationCondition: string | null;
  /** ad-hoc subprocess */
  readonly adHoc: AdHocDefinition | null;
  /** instantiating event-based gateway: all events are needed, not the first alone */
  readonly parallelInstantiate: boolean;
  /** what goes into an activity or thrown event as its own variables, and what comes out of it into the scope */
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  /** what goes in and out beside the mappings; absent: everything where nothing is mapped, nothing where something is */
  readonly passes?: PassedOn;
  /** scopes only: names of the variables that belong to it alone: its data objects and properties */
  readonly dataNames: readonly string[];
  /** business rule task that runs a DMN decision */
  readonly decision: DecisionCall | null;
  /** call activity: which version it calls; null for the latest */
  readonly callBinding: CallBinding | null;
  /** script task */
  readonly script: { readonly language: string; readonly source: string; readonly resultVariable: string } | null;
  /** call activity: id of the called process */
  readonly calledElement: string | null;
  /** event-based gateway or receive task that creates an instance */
  readonly instantiate: boolean;
  /** lane index in `ProcessGraph.lanes`, or -1 */
  readonly lane: number;
  readonly business: NodeBusiness;
}

export interface GraphFlow {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly source: number;
  readonly target: number;
  /** FEEL (or mapped) condition, without the leading "="; null when unconditional */
  readonly condition: string | null;
  readonly labels: Labels;
}

export type EventDefinition =
  | { readonly kind: 'message'; readonly name: string; readonly correlation: string | null }
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'error'; readonly code: string | null }
  | { readonly kind: 'escalation'; readonly code: string | null }
  | { readonly kind: 'timer'; readonly timer: TimerDefinition }
  | { readonly kind: 'conditional'; readonly condition: string }
  | { readonly kind: 'compensation'; readonly activity: number; readonly wait: boolean }
  | { readonly kind: 'link'; readonly name: string }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'terminate' };

/** One variable of a data mapping: by a FEEL expression, or copied from the variable `from`, whose name may be any text. */
export type Mapping =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly from: string };

/** Whether the variables that no mapping names are passed on too: into a called process, and from a result. */
export interface PassedOn {
  readonly in?: boolean;
  readonly out?: boolean;
}

/** How an activity is repeated (BPMN 2.0.2, 10.3.8). Expressions are FEEL over the variables visible at the activity. */
export type LoopDefinition = StandardLoop | MultiInstance;

export interface StandardLoop {
  readonly kind: 'standard';
  /** the condition is tested before each round (while), not after it (do while) */
  readonly testBefore: boolean;
  /** goes on while it is true; null: for ever, up to `maximum` */
  readonly condition: string | null;
  /** at most that many rounds; an expression; null without limit */
  readonly maximum: string | null;
}

export interface MultiInstance {
  readonly kind: 'multiInstance';
  readonly sequential: boolean;
  /** how many instances; null when the collection says it */
  readonly cardinality: string | null;
  /** gives a list: one instance for each entry; null when the cardinality says it */
  readonly collection: string | null;
  /** each instance's own variable for its entry */
  readonly inputItem: string | null;
  /** variable that gets the list of results, in the order of the instances */
  readonly outputCollection: string | null;
  /** expression for one instance's result, over its own variables */
  readonly outputItem: string | null;
  /** tested after each instance; when true, the others are cancelled */
  readonly completionCondition: string | null;
  /** none: `behaviorEvent` with each instance that completes; one: with the first; all: none; complex: as `complex` says */
  readonly behavior: 'none' | 'one' | 'all' | 'complex';
  readonly behaviorEvent: EventDefinition | null;
  readonly complex: readonly { readonly condition: string; readonly events: readonly EventDefinition[] }[];
}

/** BPMN 2.0.2, 10.3.5, Ad-Hoc Sub-Process. */
export interface AdHocDefinition {
  readonly sequential: boolean;
  /** FEEL; null: done when nothing is left to do */
  readonly completionCondition: string | null;
  /** whether what still runs is cancelled when the condition is true */
  readonly cancelRemaining: boolean;
  /** FEEL that gives the ids of the activities to start with; null: all without incoming flow */
  readonly activeElements: string | null;
}

export interface DecisionCall {
  /** id of the decision */
  readonly decisionId: string;
  /** variable that gets the result; empty: the entries of a result that is a context become variables */
  readonly resultVariable: string;
}

export type CallBinding =
  /** the version that was deployed together with the caller */
  { readonly type: 'deployment' } | { readonly type: 'version'; readonly version: number };

/** `source` is an ISO 8601 literal (cycle: R[n]/[start/]duration, or a cron expression), or a FEEL expression when it starts with "=". Empty when the drawing gives no time. */
export interface TimerDefinition {
  readonly type: 'date' | 'duration' | 'cycle';
  readonly source: string;
  /** durations: id of the calendar by whose working time it is counted; absent: around the clock */
  readonly calendar?: string;
}

export interface Stage {
  readonly id: string;
  readonly labels: Labels;
}

export interface GraphLane {
  readonly id: string;
  readonly name: string;
  /** `dw:role`: "owner", "manager" or a group key; falls back to the lane's name */
  readonly role: string;
  readonly labels: Labels;
}
