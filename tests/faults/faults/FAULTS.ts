import type { DatabaseName, FaultLine } from '../FaultLine.ts';
import type { TrialOptions } from '../Trial.ts';
import { kill } from './kill.ts';

export interface Fault {
  readonly name: string;
  readonly databases: readonly DatabaseName[];
  /** how often it happens when nobody says otherwise */
  readonly rounds: number;
  readonly run: (options: TrialOptions, rounds: number) => Promise<FaultLine>;
}

const BOTH = ['PGlite', 'PostgreSQL'] as const;

/** Every fault that is tried, in the order of the table. */
export const FAULTS: readonly Fault[] = [{ name: 'kill', databases: BOTH, rounds: 100, run: kill }];
