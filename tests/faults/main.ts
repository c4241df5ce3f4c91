import { appendFile, rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { makePostgresServer } from '../postgresServer.ts';
import { FAULTS } from './faults/FAULTS.ts';
import type { DatabaseName, FaultLine } from './FaultLine.ts';
import { printFaults } from './printFaults.ts';

// What becomes of what was promised when things go wrong. `--only <name>` tries one fault (as often as given), `--rounds N` sets how often,
// `--seed S` which commands and which moments; `--json <file>` also writes a line of JSON for each line of the table.
// Exits with 1 when a line does not hold.

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = whole('seed', values.seed);
const rounds = values.rounds === undefined ? undefined : whole('rounds', values.rounds);
const chosen = FAULTS.filter(({ name }) => values.only?.includes(name) ?? true);
if (chosen.length === 0)
  fail(`There is no fault "${values.only?.join()}"; there are ${FAULTS.map(({ name }) => name).join(', ')}.`);

console.log(`Node ${process.version}, PostgreSQL 18, PGlite, ${cpus().length} cores, seed ${seed}`);
if (values.json) await rm(values.json, { force: true });
const postgres = await makePostgresServer();
await postgres.start();
const lines: FaultLine[] = [];
for (const { name, databases, rounds: usual, run } of chosen)
  for (const database of databases) {
    console.log(`${name} on ${database} …`);
    const options = {
      fault: name,
      database,
      seed,
      postgresUrl: postgres.url,
      say: (line: string) => console.log(`  ${line}`),
    };
    const line = await run(options, rounds ?? usual).catch((error: unknown) => broken(name, database, error));
    lines.push(line);
    if (values.json) await appendFile(values.json, `${JSON.stringify(line)}\n`);
  }
await postgres.stop();
await postgres.remove();
printFaults(lines);
process.exit(lines.every(({ holds, skipped }) => holds || skipped !== undefined) ? 0 : 1);

/** The trial itself could not go on: the line does not hold. */
function broken(fault: string, database: DatabaseName, error: unknown): FaultLine {
  console.log(error);
  const nothing = { acknowledged: 0, lost: 0, doubled: 0, stuck: 0, unexplained: 1, replayed: 0, differ: 0 };
  return { fault, database, rounds: 0, ...nothing, seconds: 0, holds: false };
}

function whole(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  return fail(`--${name} must be a whole number, not "${text}"`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
