import type { CallBinding, Message } from '@dealwright/bpmn';
import type { JsonObject } from './Json.ts';

/** What the outside must do. Effects are data; every wait is named by its token's id. */
export type Effect =
  /** a person's work at `node` (user and manual tasks) */
  | { readonly type: 'createTask'; readonly token: number; readonly node: number }
  /**
   * A machine's work (service, send, business rule tasks): answered by `complete` or `error`. `variables` is the
   * connector's input: its `dw:input` mapping already evaluated, or all visible variables when it has none. Answer with
   * the connector's raw result: the executor applies the `dw:output` mapping.
   */
  | { readonly type: 'createJob'; readonly token: number; readonly node: number; readonly variables: JsonObject }
  /**
   * Wait for a message, signal or timer: answered by `trigger`. The subscription stands until `release`, not until it
   * is triggered: a non-interrupting message or signal may come again.
   */
  | { readonly type: 'subscribe'; readonly token: number; readonly node: number; readonly to: Subscription }
  /**
   * The wait is over, done or cancelled: remove whatever task, job, subscription, called process or incident stands
   * under it. A wait that begins and ends within one step is not told at all. Effects are in order: a token that is
   * released and then named again (a retried incident) waits anew.
   */
  | { readonly type: 'release'; readonly token: number; readonly reason: 'done' | 'cancelled' }
  | {
      readonly type: 'sendMessage';
      readonly node: number;
      readonly name: string;
      readonly correlation: string | null;
      readonly payload: JsonObject;
    }
  /**
   * For all other instances, and for what starts by it. Who waits for it in this one has caught it already, unless
   * `toOwn` says that the instance runs under rules by which it hears it from outside too.
   */
  | {
      readonly type: 'broadcastSignal';
      readonly node: number;
      readonly name: string;
      readonly payload: JsonObject;
      readonly toOwn: boolean;
    }
  /** an escalation that nothing in the instance caught: for the process that called it, as the command `escalate` */
  | { readonly type: 'escalate'; readonly node: number; readonly code: string }
  /** call activity: start the latest (or bound) version of a process; answered by `complete`, `escalate` or `error` */
  | {
      readonly type: 'startProcess';
      readonly token: number;
      readonly node: number;
      readonly processId: string;
      /** null: the latest version */
      readonly binding: CallBinding | null;
      readonly variables: JsonObject;
    }
  /** the token can't go on (failed condition, no flow to take …); stays until `retry`, `skip`, `move` or `cancel` */
  | {
      readonly type: 'raiseIncident';
      readonly token: number;
      readonly node: number;
      readonly code: string;
      readonly message: Message;
    }
  /** the instance is over; `outcome` is that of the end event reached last, if it has one */
  | {
      readonly type: 'finish';
      readonly status: 'completed' | 'terminated' | 'cancelled' | 'failed';
      readonly outcome: string | null;
      readonly message: string | null;
      /** status "failed": code of the error that nothing caught; what a calling process gets as `error` */
      readonly errorCode: string | null;
    };

export type Subscription =
  | { readonly kind: 'message'; readonly name: string; readonly correlation: string | null }
  | { readonly kind: 'signal'; readonly name: string }
  /** `due` in epoch milliseconds */
  | { readonly kind: 'timer'; readonly due: number };
