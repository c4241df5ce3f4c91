/** One line of the table: what was done to the engine, and what became of what it had promised. */
export interface FaultLine {
  readonly fault: string;
  readonly database: DatabaseName;
  readonly rounds: number;
  /** commands that were answered, by the ledger outside */
  readonly acknowledged: number;
  /** acknowledged, and not there afterwards */
  readonly lost: number;
  /** done more than once */
  readonly doubled: number;
  /** waits that nothing can move, and instances that did not end when driven on */
  readonly stuck: number;
  /** rows that contradict each other, incidents and refusals that the fault does not explain */
  readonly unexplained: number;
  /** instances whose history was played through the pure engine */
  readonly replayed: number;
  /** of these: another history, or another state */
  readonly differ: number;
  readonly seconds: number;
  readonly holds: boolean;
  /** says why the line could not be tried here; it counts as not tried, not as held */
  readonly skipped?: string;
}

export type DatabaseName = 'PGlite' | 'PostgreSQL';

/** What is wrong, by the column that counts it. */
export interface Problem {
  readonly kind: 'lost' | 'doubled' | 'stuck' | 'unexplained' | 'differ';
  readonly text: string;
}
