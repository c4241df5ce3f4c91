import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import type { Board, DealDetail, ProcessView } from '@dealwright/api/contract';
import { signIn } from '../apiClient.ts';
import { ADMIN, removeFolder, startServer } from '../serverProcess.ts';

// Answer times of the screens that read most, over HTTP with sign-in, on an imported CRM export.
// DEALWRIGHT_CRM names the export's folder; DATABASE_URL an empty PostgreSQL database, else PGlite is measured.
// `--json <file>` also writes a line of JSON for each figure: name, value, unit, goal, holds.
const RUNS = 40;
const GOAL_MS = 300;
const IMPORT_GOAL_S = 120;

interface Figure {
  readonly name: string;
  /** times of answers: the 95th percentile */
  readonly value: number;
  readonly unit: 'ms' | 's';
  readonly goal: number;
  readonly holds: boolean;
}

const { json } = parseArgs({ options: { json: { type: 'string' } } }).values;
const crm = process.env['DEALWRIGHT_CRM'];
if (!crm)
  throw new Error('Set DEALWRIGHT_CRM to the folder of a CRM export (sales_pipeline.csv and the files beside it).');
const databaseUrl = process.env['DATABASE_URL'];
const folder = await mkdtemp(join(tmpdir(), 'dealwright-bench-'));
const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));

const importStarted = performance.now();
await promisify(execFile)(process.execPath, [main, 'import', 'crm', crm], {
  env: { ...process.env, DEALWRIGHT_DATA: folder },
  maxBuffer: 64 * 1024 * 1024,
});
const importSeconds = (performance.now() - importStarted) / 1000;

const server = await startServer({ folder, ...(databaseUrl ? { databaseUrl } : {}) });
const figures: Figure[] = [];
try {
  const client = await signIn(server.url, ADMIN);
  const board = await client.query<Board>('deal.board', {});
  const processId = board.processId;
  const dealId = board.columns.flatMap((column) => column.cards)[0]?.id;
  if (!processId || !dealId) throw new Error('The import left no deal on the board.');

  console.log(
    `${databaseUrl ? 'PostgreSQL' : 'PGlite'}, Node ${process.version}, ${cpus().length} cores, ${RUNS} runs each after 3 to warm up`,
  );
  console.log(['what', 'median', 'p95', 'unit', 'goal', 'holds'].join('\t'));
  note('import of the export', 's', importSeconds, importSeconds, IMPORT_GOAL_S);
  await measure('pipeline', () => client.query<Board>('deal.board', { processId }));
  await measure('pipeline, won', () => client.query<Board>('deal.board', { processId, status: 'won' }));
  await measure('deal page', () => client.query<DealDetail>('deal.get', { id: dealId }));
  await measure('deal timeline', () => client.query('deal.timeline', { id: dealId }));
  const look = () => client.query<ProcessView>('process.view', { processId });
  await measure('process view', look);
  // any committed change makes the server compute the figures anew
  const themes = ['light', 'dark'] as const;
  let changes = 0;
  const change = () => client.mutate('auth.setPreferences', { theme: themes[(changes += 1) % 2] });
  await measure('process view after a change', look, change);
  await measure('worklist, team', () => client.query('task.list', { view: 'team' }));
} catch (error) {
  console.error(server.output().slice(-2000));
  throw error;
} finally {
  await server.stop();
  await removeFolder(folder);
}
if (json) await writeFile(json, figures.map((figure) => `${JSON.stringify(figure)}\n`).join(''));
process.exitCode = figures.some((figure) => !figure.holds) ? 1 : 0;

/** Times `call`, after `before`, which is not timed. */
async function measure(
  name: string,
  call: () => Promise<unknown>,
  before: () => Promise<unknown> = async () => {},
): Promise<void> {
  for (let warm = 0; warm < 3; warm += 1) await call();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await before();
    const started = performance.now();
    await call();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  note(name, 'ms', times[Math.floor(RUNS / 2)] ?? 0, times[Math.floor(RUNS * 0.95)] ?? 0, GOAL_MS);
}

function note(name: string, unit: Figure['unit'], median: number, p95: number, goal: number): void {
  const holds = p95 <= goal;
  figures.push({ name, value: Number(p95.toFixed(1)), unit, goal, holds });
  console.log([name, median.toFixed(1), p95.toFixed(1), unit, `≤ ${goal}`, holds ? 'yes' : 'NO'].join('\t'));
}
