import type { Progress } from '@dealwright/store';

/** milliseconds between two lines */
const EVERY = 1000;

/** Says how far a long copy is, once a second at most. `now`: epoch milliseconds. */
export function progressLines(say: (line: string) => void, now: () => number): (progress: Progress) => void {
  let told = now();
  return ({ table, done, rows }) => {
    if (now() - told < EVERY) return;
    told = now();
    say(`${table}: ${done} of ${rows} rows`);
  };
}
