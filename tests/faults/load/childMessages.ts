import type { JsonObject } from '../../../packages/engine/src/index.ts';
import type { Sent } from '../check/Ledger.ts';

/** To `child.ts`. `clock`: milliseconds by which its clock is ahead. */
export type ToChild =
  | { readonly call: number; readonly sent: Sent }
  | { readonly call: number; readonly deploy: string }
  | { readonly call: number; readonly tasks: true }
  | { readonly clock: number }
  | { readonly stop: true };

/** From `child.ts`. `background`: an error that nobody was answered with. */
export type FromChild =
  | { readonly ready: true }
  | { readonly call: number; readonly answer: JsonObject }
  | { readonly call: number; readonly refused: { readonly code: string; readonly message: string } }
  | { readonly background: string };
