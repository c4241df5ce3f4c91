/**
 * One line of `pnpm bench`: a figure beside the limit or peer that it is judged by, both measured in the same run, so
 * that the ratio says the same on any machine.
 */
export interface Line {
  /** names the line on the command line (`--only`), in the table and in the JSON */
  readonly name: string;
  /** what was measured, in `unit` */
  readonly value: number;
  readonly unit: string;
  /** in `unit`: what the limit or the peer did in the same run, or the absolute figure that is aimed at */
  readonly limit: number;
  /** `value` / `limit` */
  readonly ratio: number;
  /** what the ratio is to be: at least that where more is better (rates), at most that where less is (times, sizes) */
  readonly goal: number;
  /** whether the goal is reached */
  readonly holds: boolean;
}
