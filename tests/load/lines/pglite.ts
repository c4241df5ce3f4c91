import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openStore } from '../../../packages/store/src/index.ts';
import { removeFolder } from '../../serverProcess.ts';
import type { Line } from '../Line.ts';
import { rateLine } from '../makeLine.ts';
import { printLines } from '../printLines.ts';
import { completionBench, drive, INSTANCES } from './completionBench.ts';
import { makeLeastSql } from './leastSql.ts';

const ROUNDS = 7;
const COUNT = 2_000;
const GOAL = 0.6;

/** Completions on the embedded database in a folder, eight callers, beside the least SQL on one of its own. */
export async function measurePglite(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dealwright-bench-'));
  const least = await PGlite.create(join(folder, 'least'));
  const store = await openStore({ folder: join(folder, 'ours'), now: Date.now });
  try {
    await makeLeastSql(
      { query: async (sql, values) => (values ? least.query(sql, [...values]) : least.exec(sql)) },
      INSTANCES,
    );
    const done: number[] = Array.from({ length: INSTANCES }, () => 0);
    const bench = await completionBench(store);
    const ours: number[] = [];
    const limits: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const limit = await drive(8, COUNT, (at) => {
        const n = (done[at] = (done[at] ?? 0) + 1) - 1;
        const i = `i${at + 1}`;
        return least.query('select least_complete($1, $2, $3, $4, $5, $6, $7)', [
          i,
          `${i}:${n}`,
          `${i}:${n + 1}`,
          'b',
          'a',
          'ann',
          { v: 2, status: 'active', next: 5, tokens: [{ id: 4, node: 2, scope: 0 }], scopes: [{ id: 0, vars: {} }] },
        ]);
      });
      const { rate } = await bench.run(8, COUNT);
      if (round === 0) continue;
      ours.push(rate);
      limits.push(limit.rate);
    }
    return [rateLine('completion-pglite', ours, limits, GOAL)];
  } finally {
    await store.close();
    await least.close();
    await removeFolder(folder);
  }
}

if (import.meta.main) printLines(await measurePglite());
