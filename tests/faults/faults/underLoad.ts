import type { ServerChild } from '../load/startChild.ts';
import type { Trial } from '../Trial.ts';

const CALLERS = 8;

/** A fault that a server outlives, and the answers before it and after it. */
export interface Outlived {
  readonly after: () => number;
  readonly more: number;
  readonly fault: () => Promise<void>;
}

/** Brings the fault about so many times under load; after each, what was not answered is sent again, and all is checked. */
export async function underLoad(trial: Trial, server: ServerChild, rounds: number, what: Outlived): Promise<void> {
  const { load } = trial;
  while (trial.rounds < rounds) {
    trial.rounds += 1;
    await load.through([server], CALLERS, { ...what, after: what.after(), patient: true });
    await load.repeat(server);
    await trial.check();
  }
}
