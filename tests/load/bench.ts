import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Board, DealDetail, ProcessView } from '@dealwright/api/contract';
import { signIn } from '../apiClient.ts';
import { ADMIN, removeFolder, startServer } from '../serverProcess.ts';

// Answer times of the screens that read most, over HTTP with sign-in, on an imported CRM export.
// DEALWRIGHT_CRM names the export's folder; DATABASE_URL an empty PostgreSQL database, else PGlite is measured.
const RUNS = 40;
const GOAL_MS = 300;
const IMPORT_GOAL_S = 120;

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
let missed = 0;
try {
  const client = await signIn(server.url, ADMIN);
  const board = await client.query<Board>('deal.board', {});
  const processId = board.processId;
  const dealId = board.columns.flatMap((column) => column.cards)[0]?.id;
  if (!processId || !dealId) throw new Error('The import left no deal on the board.');

  console.log(
    `${databaseUrl ? 'PostgreSQL' : 'PGlite'}, Node ${process.version}, ${cpus().length} cores, ${RUNS} runs each after 3 to warm up`,
  );
  console.log(['what', 'median ms', 'p95 ms', 'goal', 'holds'].join('\t'));
  line('import of the export, s', importSeconds, importSeconds, IMPORT_GOAL_S);
  await measure('pipeline', () => client.query<Board>('deal.board', { processId }));
  await measure('pipeline, won', () => client.query<Board>('deal.board', { processId, status: 'won' }));
  await measure('deal page', () => client.query<DealDetail>('deal.get', { id: dealId }));
  await measure('deal timeline', () => client.query('deal.timeline', { id: dealId }));
  await measure('process view', () => client.query<ProcessView>('process.view', { processId }));
  await measure('worklist, team', () => client.query('task.list', { view: 'team' }));
} finally {
  await server.stop();
  await removeFolder(folder);
}
process.exitCode = missed > 0 ? 1 : 0;

async function measure(name: string, call: () => Promise<unknown>): Promise<void> {
  for (let warm = 0; warm < 3; warm += 1) await call();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    await call();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  line(name, times[Math.floor(RUNS / 2)] ?? 0, times[Math.floor(RUNS * 0.95)] ?? 0, GOAL_MS);
}

function line(name: string, median: number, p95: number, goal: number): void {
  if (p95 > goal) missed += 1;
  console.log([name, median.toFixed(1), p95.toFixed(1), `≤ ${goal}`, p95 <= goal ? 'yes' : 'NO'].join('\t'));
}
