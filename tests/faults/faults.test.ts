import { expect, inject, it } from 'vitest';
import type { DatabaseName } from './FaultLine.ts';
import { FAULTS } from './faults/FAULTS.ts';

// The short form of `pnpm faults`: the same faults, the same checks, fewer rounds.

const SHORT: readonly (readonly [string, DatabaseName, number])[] = [
  ['kill', 'PGlite', 1],
  ['kill', 'PostgreSQL', 1],
  ['postgres stops, immediate', 'PostgreSQL', 1],
  ['connections cut', 'PostgreSQL', 4],
  ['connections silent', 'PostgreSQL', 2],
  ['four servers, one killed', 'PostgreSQL', 1],
  ['clock set', 'PostgreSQL', 1],
  ['poison', 'PostgreSQL', 1],
];

it.each(SHORT)(
  '%s, on %s, %i times: all that was promised is there once, and nothing stays',
  async (name, database, rounds) => {
    const fault = FAULTS.find((one) => one.name === name);
    if (!fault) throw new Error(`there is no fault ${name}`);
    const said: string[] = [];
    const options = {
      fault: name,
      database,
      seed: 1,
      postgresUrl: inject('postgresUrl'),
      say: (line: string) => void said.push(line),
    };
    const line = await fault.run(options, rounds);
    expect(said).toEqual([]);
    expect(line).toMatchObject({ holds: true, rounds });
  },
);
