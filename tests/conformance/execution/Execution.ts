import type { Message } from '../../../packages/bpmn/src/index.ts';
import type { JsonObject } from '../../../packages/engine/src/index.ts';
import type { BoundScript, LogEntry } from './ScriptRecorder.ts';

/**
 * Where a suite's processes run, with a clock that is turned by hand. After each call everything has come to rest that
 * can without time going by: messages are delivered, called processes done, and tasks that nobody holds completed.
 */
export interface Execution {
  /** epoch milliseconds */
  readonly now: number;
  /**
   * Puts all processes of a file to work.
   *
   * @returns why the file was refused, or null
   */
  deploy(xml: string): Promise<Refusal | null>;
  /** Starts an instance at its none start events, or at the start event named. */
  start(processId: string, variables: JsonObject, startNode?: string): Promise<void>;
  /** Lets what waits at an element happen, whatever it waits for; says whether anything waited there. */
  trigger(element: string): Promise<boolean>;
  /** Turns the clock, firing what falls due on the way in its order. */
  advanceTo(time: number): Promise<void>;
  /** What has happened so far, by instance in the order of their start. */
  instances(): Promise<readonly InstanceRecord[]>;
  /** What the suite's own scripts have logged so far. */
  readonly log: readonly LogEntry[];
  close(): Promise<void>;
}

export interface ExecutionOptions {
  /** the suite's own scripts, in `BOUND_LANGUAGE` */
  readonly script?: BoundScript;
  /** what is deployed are drawings: it is run as far as it can be, whatever the validator says of it */
  readonly drawings?: boolean;
  /** elements whose tasks wait until they are triggered; all others are completed as soon as nothing else moves */
  readonly held?: ReadonlySet<string>;
}

/** Why a file can't be put to work. */
export interface Refusal {
  readonly message: Message;
}

export interface InstanceRecord {
  readonly processId: string;
  readonly status: 'active' | 'completed' | 'terminated' | 'cancelled' | 'failed';
  /** code of the error that nothing caught */
  readonly errorCode: string | null;
  readonly events: readonly RecordedEvent[];
  /** incidents that stand or stood, in order */
  readonly incidents: readonly RecordedIncident[];
}

export interface RecordedEvent {
  readonly type: 'enter' | 'leave' | 'cancel' | 'take';
  /** id of the node or flow */
  readonly element: string;
  readonly token: number;
  /** epoch milliseconds */
  readonly at: number;
}

export interface RecordedIncident {
  readonly element: string;
  readonly code: string;
  readonly message: Message;
}

/** Incident codes that say: the executor does not know how. */
const LACKING: ReadonlySet<string> = new Set(['element-not-supported', 'event-not-supported', 'script-word-unknown']);

/** Whether an incident says that the product or the runner lacks a construct, not that the process went wrong. */
export function isLacking(incident: RecordedIncident): boolean {
  return LACKING.has(incident.code);
}

/** Commands and firings after which a run is given up as one that never comes to rest. */
export const REST_LIMIT = 20_000;

/** A run did not come to rest. */
export class Restless extends Error {
  readonly text: Message = {
    en: `The run did not come to rest within ${REST_LIMIT} commands.`,
    zh: `执行 ${REST_LIMIT} 个命令后仍未静止。`,
  };
}
