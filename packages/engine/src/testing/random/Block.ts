import type { EventDefinition } from '@dealwright/bpmn';

/**
 * What a random model is made of: nested parts, each with one way in and one way out. Plain JSON, so that a model that
 * fails can be printed, and parts of it taken out while it still fails. What a part means, and so how often each of its
 * elements must be entered, is known from its kind; `drawBlock` says it.
 */
export interface ProcessTree {
  readonly scope: ScopeTree;
  readonly start: StartKind;
  /** what call activities may call */
  readonly called: readonly ScopeTree[];
}

/**
 * One none start event; two that are awaited at a parallel join; or a none and a message start event that lead to the
 * same merge.
 */
export type StartKind = 'one' | 'both' | 'either';

export interface ScopeTree {
  /** without start and end event: what no flow enters starts, what no flow leaves ends */
  readonly implicit: boolean;
  readonly end: EndKind;
  readonly body: Block;
  /** its event subprocesses */
  readonly handlers: readonly Handler[];
}

export type EndKind = 'none' | 'message' | 'signal' | 'escalation' | 'compensation';

export interface Handler {
  readonly trigger: Trigger;
  readonly interrupting: boolean;
  readonly body: Block;
}

/** What an event waits for: one trigger, the first of several, or all of them. */
export interface Trigger {
  readonly events: readonly EventDefinition[];
  readonly parallel: boolean;
}

export type Block =
  | { readonly kind: 'sequence'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'diamond';
      readonly split: Split;
      readonly branches: readonly Block[];
      /** all branches but the first, which is always taken, may end before the join: one that waits for what can come */
      readonly dropOut: boolean;
    }
  /** an event-based gateway and what is behind its events */
  | { readonly kind: 'race'; readonly lanes: readonly Lane[] }
  /** drawn loop: again as long as a variable, which each round raises, is small */
  | { readonly kind: 'rounds'; readonly body: Block }
  /** an activity that sends several tokens, and one that waits for as many */
  | { readonly kind: 'many'; readonly quantity: number; readonly body: Block }
  /** one or two link throw events and their catch event */
  | { readonly kind: 'link'; readonly throwers: number }
  | { readonly kind: 'catch'; readonly trigger: Trigger }
  | { readonly kind: 'throw'; readonly what: 'none' | 'message' | 'signal' | 'escalation' }
  /** `done`, then `between`, then a compensation that is thrown for the one named, or for all that can be undone */
  | {
      readonly kind: 'undone';
      readonly done: Activity;
      readonly between: Block;
      readonly named: boolean;
      readonly wait: boolean;
    }
  /** ends its scope, or more: a branch of a diamond that has another one */
  | { readonly kind: 'abort'; readonly how: 'error' | 'terminate' | 'cancel' }
  | Activity;

/** How a diamond splits, and what its join does. */
export type Split =
  | 'exclusive'
  | 'parallel'
  | 'inclusive'
  /** complex gateways: as an inclusive one; activated by the last of all branches; by the first or second of them */
  | 'complexOpen'
  | 'complexAll'
  | 'complexFirst'
  | 'complexSecond'
  /** an activity with conditional and default flows, joined inclusively; one with several flows, joined in parallel */
  | 'implicitInclusive'
  | 'implicitParallel';

export interface Lane {
  readonly trigger: Trigger;
  /** by a receive task, not a catch event */
  readonly task: boolean;
  readonly body: Block;
}

export interface Activity {
  readonly kind: 'activity';
  readonly work: Work;
  readonly loop: Loop | null;
  /** boundary events */
  readonly edges: readonly Edge[];
  /** input and output mapping */
  readonly mapped: boolean;
  /** type of the activity that compensates it */
  readonly undoneBy: 'userTask' | 'serviceTask' | 'task' | null;
}

export type Work =
  | { readonly type: SimpleTask }
  | { readonly type: 'subProcess'; readonly scope: ScopeTree }
  | { readonly type: 'transaction'; readonly scope: ScopeTree }
  | { readonly type: 'adHocSubProcess'; readonly inside: readonly AdHocWork[]; readonly adHoc: AdHoc }
  /** which of the model's called processes */
  | { readonly type: 'callActivity'; readonly process: number };

export const SIMPLE_TASKS = [
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'scriptTask',
  'sendTask',
  'receiveTask',
  'businessRuleTask',
] as const;
export type SimpleTask = (typeof SIMPLE_TASKS)[number];

export type AdHocWork = Extract<Work, { readonly type: SimpleTask | 'subProcess' }>;

export interface AdHoc {
  readonly sequential: boolean;
  /** ends when a variable is large; else when nothing is left */
  readonly condition: boolean;
  readonly cancelRemaining: boolean;
}

export type Loop =
  /** `loopCounter` below `rounds`, tested before or after each round; at most `maximum` rounds */
  | {
      readonly kind: 'standard';
      readonly before: boolean;
      readonly rounds: number | null;
      readonly maximum: number | null;
    }
  | {
      readonly kind: 'multi';
      readonly sequential: boolean;
      readonly count: number;
      /** by a collection, not by a number */
      readonly collection: boolean;
      /** done when so many are */
      readonly enough: number | null;
      /** gathers its results */
      readonly outputs: boolean;
    };

export interface Edge {
  readonly trigger: Trigger;
  readonly interrupting: boolean;
  readonly body: Block;
}
