import type { Line } from '../Line.ts';
import { belowLine, rateLine } from '../makeLine.ts';
import { median } from '../median.ts';
import { percentile } from '../percentile.ts';
import { printLines } from '../printLines.ts';
import { withPostgres } from '../withPostgres.ts';
import { completionBench } from './completionBench.ts';
import { leastBench } from './leastBench.ts';

const ROUNDS = 7;
const COUNT = 2_000;
/** Instances a statement in the limit of the grouped line. */
const MANY = 20;
const P99_MS = 20;

/**
 * Completions of a task on a PostgreSQL that syncs each commit to disk: each in a transaction of its own with eight
 * callers and with one, and as the server does it, where 64 callers share statements. The limits are the least SQL that
 * could do it, called directly; see `leastSql.ts`. Medians of rounds in which both take turns.
 */
export async function measureCompletions(): Promise<Line[]> {
  return withPostgres(async ({ url, openStore }) => {
    const least = await leastBench(url);
    const single = await completionBench(await openStore(10), { most: 1, inFlight: 8 });
    const grouped = await completionBench(await openStore(10));
    const eight = { ours: [] as number[], least: [] as number[] };
    const one = { ours: [] as number[], least: [] as number[] };
    const many = { ours: [] as number[], least: [] as number[], p99: [] as number[] };
    for (let round = 0; round <= ROUNDS; round++) {
      const figures = {
        eight: [await least.rate(8, COUNT), (await single.run(8, COUNT)).rate],
        one: [await least.rate(1, COUNT), (await single.run(1, COUNT / 4)).rate],
      } as const;
      const limit = await least.manyRate(MANY, Math.floor(COUNT / MANY) * 4);
      const { rate, took } = await grouped.run(64, COUNT * 2);
      // the first round warms up
      if (round === 0) continue;
      eight.least.push(figures.eight[0]);
      eight.ours.push(figures.eight[1]);
      one.least.push(figures.one[0]);
      one.ours.push(figures.one[1]);
      many.least.push(limit);
      many.ours.push(rate);
      many.p99.push(percentile(took, 0.99));
    }
    await least.close();
    return [
      rateLine('completion-8-callers', eight.ours, eight.least, 0.7),
      rateLine('completion-1-caller', one.ours, one.least, 0.6),
      rateLine('completion-grouped', many.ours, many.least, 0.5),
      belowLine('completion-grouped-p99', median(many.p99), 'ms', P99_MS),
    ];
  });
}

if (import.meta.main) printLines(await measureCompletions());
