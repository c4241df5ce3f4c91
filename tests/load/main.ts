import { appendFile, rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Line } from './Line.ts';
import { printLines } from './printLines.ts';

// Speed and size, each beside its limit or a peer in the same run. `--only <name>` runs one group or line, `--json <file>`
// also writes a line of JSON for each. Exits with 1 when a goal is missed.

interface Group {
  /** how the names of its lines begin: one line is measured without the other groups */
  readonly lines: readonly string[];
  readonly measure: () => Promise<readonly Line[]>;
}

const GROUPS: Readonly<Record<string, Group>> = {
  completions: {
    lines: ['completion-8-', 'completion-1-', 'completion-grouped'],
    measure: async () => (await import('./lines/completions.ts')).measureCompletions(),
  },
  http: { lines: ['http-'], measure: async () => (await import('./lines/http.ts')).measureHttp() },
  pglite: {
    lines: ['completion-pglite'],
    measure: async () => (await import('./lines/pglite.ts')).measurePglite(),
  },
  engine: { lines: ['engine-'], measure: async () => (await import('./lines/engine.ts')).measureEngine() },
  compile: { lines: ['compile'], measure: async () => (await import('./lines/compile.ts')).measureCompile() },
  expressions: {
    lines: ['expression'],
    measure: async () => (await import('./lines/expressions.ts')).measureExpressions(),
  },
  bytes: { lines: ['bytes-'], measure: async () => (await import('./lines/bytes.ts')).measureBytes() },
  peers: { lines: ['instance-'], measure: async () => (await import('./lines/dbos.ts')).measureDbos() },
  worklist: { lines: ['worklist-'], measure: async () => (await import('./lines/worklist.ts')).measureWorklist() },
  history: { lines: ['history-'], measure: async () => (await import('./lines/history.ts')).measureHistory() },
  timers: { lines: ['timers-'], measure: async () => (await import('./lines/timers.ts')).measureTimers() },
};

const { only, json } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } }).values;
const chosen = Object.entries(GROUPS).filter(
  ([name, { lines }]) => only === undefined || name === only || lines.some((start) => only.startsWith(start)),
);
console.log(`Node ${process.version}, PostgreSQL 18 with fsync, ${cpus().length} cores`);
if (json) await rm(json, { force: true });
const lines: Line[] = [];
for (const [group, { lines: starts, measure }] of chosen) {
  console.log(`measuring ${group} …`);
  for (const line of await measure()) {
    if (!starts.some((start) => line.name.startsWith(start))) throw new Error(`${line.name} is no line of ${group}`);
    if (only !== undefined && only !== group && only !== line.name) continue;
    lines.push(line);
    if (json) await appendFile(json, `${JSON.stringify(line)}\n`);
  }
}
if (lines.length === 0)
  throw new Error(`There is no line "${only}"; the groups are ${Object.keys(GROUPS).join(', ')}.`);
printLines(lines);
process.exit(lines.every(({ holds }) => holds) ? 0 : 1);
