import type { JsonObject } from '@dealwright/engine';
import type { Random } from './random.ts';

/** One deal of the demo while it is being played. */
export interface Scene {
  readonly random: Random;
  readonly listPrice: number;
  /** decided beforehand, so that the figures come out as a team's would */
  readonly fate: 'won' | 'lost' | 'disqualified';
  /** element id at which a lost deal is given up */
  readonly lostAt: string;
  /** element id that the deal is on its way to and stands at today */
  readonly heldAt: string | null;
  /** epoch milliseconds of the completion */
  readonly at: number;
  /** how often this task has been done before in this deal */
  readonly round: number;
}

/** How people work at one task of a template: how long it takes them, and what they enter. */
export interface Act {
  /** median hours */
  readonly hours: number;
  readonly values: (scene: Scene) => JsonObject;
}

/** Element id → act, for every user task of a template. */
export type Story = Readonly<Record<string, Act>>;

/** YYYY-MM-DD, some days after an instant. */
export function dayAfter(at: number, days: number): string {
  return new Date(at + days * 86_400_000).toISOString().slice(0, 10);
}
