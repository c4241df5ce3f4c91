import { appendFile, rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Line } from './Line.ts';
import { printLines } from './printLines.ts';

// Speed and size, each beside its limit or a peer in the same run. `--only <name>` runs one group or line, `--json <file>`
// also writes a line of JSON for each. Exits with 1 when a goal is missed.

const GROUPS: Readonly<Record<string, () => Promise<readonly Line[]>>> = {
  completions: async () => (await import('./lines/completions.ts')).measureCompletions(),
  http: async () => (await import('./lines/http.ts')).measureHttp(),
  pglite: async () => (await import('./lines/pglite.ts')).measurePglite(),
  engine: async () => (await import('./lines/engine.ts')).measureEngine(),
  compile: async () => (await import('./lines/compile.ts')).measureCompile(),
  expressions: async () => (await import('./lines/expressions.ts')).measureExpressions(),
  bytes: async () => (await import('./lines/bytes.ts')).measureBytes(),
  peers: async () => (await import('./lines/dbos.ts')).measureDbos(),
  worklist: async () => (await import('./lines/worklist.ts')).measureWorklist(),
  history: async () => (await import('./lines/history.ts')).measureHistory(),
  timers: async () => (await import('./lines/timers.ts')).measureTimers(),
};

const { only, json } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } }).values;
const chosen = Object.entries(GROUPS).filter(([name]) => only === undefined || name === only || !(only in GROUPS));
console.log(`Node ${process.version}, PostgreSQL 18 with fsync, ${cpus().length} cores`);
if (json) await rm(json, { force: true });
const lines: Line[] = [];
for (const [group, measure] of chosen) {
  console.log(`measuring ${group} …`);
  for (const line of await measure()) {
    if (only !== undefined && only !== group && only !== line.name) continue;
    lines.push(line);
    if (json) await appendFile(json, `${JSON.stringify(line)}\n`);
  }
}
if (lines.length === 0)
  throw new Error(`There is no line "${only}"; the groups are ${Object.keys(GROUPS).join(', ')}.`);
printLines(lines);
process.exit(lines.every(({ holds }) => holds) ? 0 : 1);
