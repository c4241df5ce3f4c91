import type { JsonObject } from './Json.ts';

/** What can be done to an instance. `token` is the id that the effect which announced the wait carried. */
export type Command =
  /** begin; `startNode` (element id) picks a start event, else the none start events */
  | {
      readonly type: 'start';
      readonly startNode?: string;
      /** with `startNode`: which of several triggers of the start event has happened; the first by default */
      readonly startEvent?: number;
      readonly variables: JsonObject;
    }
  /** a task, a job or a called process is done; its variables are written to the scope */
  | { readonly type: 'complete'; readonly token: number; readonly variables: JsonObject }
  /** something a token waits for has happened: a message, a timer, one signal */
  | { readonly type: 'trigger'; readonly token: number; readonly variables: JsonObject }
  /** a signal from outside: everyone in the instance who waits for it catches it, each once */
  | { readonly type: 'signal'; readonly name: string; readonly variables: JsonObject }
  /** the work at a token ended in a BPMN error (`code`): caught by a boundary event or event subprocess, or ends the instance */
  | { readonly type: 'error'; readonly token: number; readonly code: string; readonly message: string }
  /** the work at a token escalates (`code`): caught like an error, but only an interrupting event ends the work */
  | { readonly type: 'escalate'; readonly token: number; readonly code: string; readonly variables: JsonObject }
  /** start one more activity (element id `node`) of the ad-hoc subprocess that the token has opened */
  | { readonly type: 'activate'; readonly token: number; readonly node: string; readonly variables: JsonObject }
  /** try again what an incident stopped (condition or script that failed) */
  | { readonly type: 'retry'; readonly token: number }
  /** go on from the step that an incident stopped as if it were done; `variables` are written as its result would be */
  | { readonly type: 'skip'; readonly token: number; readonly variables: JsonObject }
  /** from where the token stands, as its work's result would be written; without one, into the process */
  | { readonly type: 'setVariables'; readonly token?: number; readonly variables: JsonObject }
  /** stop the instance; its open tasks, jobs and subscriptions are withdrawn */
  | { readonly type: 'cancel'; readonly reason: string }
  /** take the token from where it waits and put it before another node of the same scope */
  | { readonly type: 'move'; readonly token: number; readonly to: string };
