/** What happened, in order. `node` and `flow` are graph indexes; the time is the command's `env.now`. */
export type HistoryEvent =
  | { readonly type: 'enter'; readonly node: number; readonly token: number; readonly scope: number }
  /** the node finished normally */
  | { readonly type: 'leave'; readonly node: number; readonly token: number; readonly scope: number }
  /** the node was interrupted, terminated or cancelled */
  | { readonly type: 'cancel'; readonly node: number; readonly token: number; readonly scope: number }
  | { readonly type: 'take'; readonly flow: number; readonly token: number; readonly scope: number }
  | { readonly type: 'incident'; readonly node: number; readonly token: number; readonly scope: number }
  | {
      readonly type: 'error';
      readonly node: number;
      readonly token: number;
      readonly scope: number;
      readonly code: string;
    }
  /** an escalation was thrown at the node */
  | {
      readonly type: 'escalation';
      readonly node: number;
      readonly token: number;
      readonly scope: number;
      readonly code: string;
    }
  /** the compensation of a completed activity begins; `token` carries it out */
  | { readonly type: 'compensate'; readonly node: number; readonly token: number; readonly scope: number };
