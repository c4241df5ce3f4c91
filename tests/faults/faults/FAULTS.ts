import type { DatabaseName, FaultLine } from '../FaultLine.ts';
import type { TrialOptions } from '../Trial.ts';
import { clockSet } from './clockSet.ts';
import { connectionsBreak } from './connectionsBreak.ts';
import { connectorFails } from './connectorFails.ts';
import { diskFull } from './diskFull.ts';
import { kill } from './kill.ts';
import { oneOfSeveral } from './oneOfSeveral.ts';
import { poison } from './poison.ts';
import { postgresStops } from './postgresStops.ts';
import { pressedTenTimes } from './pressedTenTimes.ts';

export interface Fault {
  readonly name: string;
  readonly databases: readonly DatabaseName[];
  /** how often it happens when nobody says otherwise */
  readonly rounds: number;
  readonly run: (options: TrialOptions, rounds: number) => Promise<FaultLine>;
}

const BOTH = ['PGlite', 'PostgreSQL'] as const;
const POSTGRES = ['PostgreSQL'] as const;

/** Every fault that is tried, in the order of the table. */
export const FAULTS: readonly Fault[] = [
  { name: 'kill', databases: BOTH, rounds: 100, run: kill },
  { name: 'postgres stops, fast', databases: POSTGRES, rounds: 10, run: postgresStops('fast') },
  { name: 'postgres stops, immediate', databases: POSTGRES, rounds: 10, run: postgresStops('immediate') },
  { name: 'connections cut', databases: POSTGRES, rounds: 50, run: connectionsBreak('cut') },
  { name: 'connections silent', databases: POSTGRES, rounds: 20, run: connectionsBreak('silent') },
  { name: 'two servers, one killed', databases: POSTGRES, rounds: 20, run: oneOfSeveral(2) },
  { name: 'four servers, one killed', databases: POSTGRES, rounds: 20, run: oneOfSeveral(4) },
  { name: 'pressed ten times', databases: BOTH, rounds: 20, run: pressedTenTimes(1) },
  { name: 'pressed ten times, four servers', databases: POSTGRES, rounds: 20, run: pressedTenTimes(4) },
  { name: 'clock set', databases: BOTH, rounds: 5, run: clockSet },
  { name: 'connector hangs', databases: BOTH, rounds: 2, run: connectorFails('hangs') },
  { name: 'connector lies', databases: BOTH, rounds: 2, run: connectorFails('lies') },
  { name: 'connector answers 500', databases: BOTH, rounds: 2, run: connectorFails('answers 500') },
  { name: 'connector answers late', databases: BOTH, rounds: 2, run: connectorFails('answers late') },
  { name: 'disk full', databases: POSTGRES, rounds: 10, run: diskFull },
  { name: 'poison', databases: BOTH, rounds: 2, run: poison },
];
