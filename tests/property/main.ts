// Random models with random runs: `pnpm test:property [--runs <n>] [--seed <first>] [--threads <n>]`.
// Prints the seed of each model that broke a property and a small model that breaks it in the same way.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { shrink } from './shrink.ts';
import { tryOne } from './tryOne.ts';
import type { Share } from './worker.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: String(Math.min(availableParallelism(), 4)) },
  },
});
const [runs, seed, threads] = [whole('runs'), whole('seed'), whole('threads')];
const from = performance.now();
const shares = await Promise.all(Array.from({ length: threads }, (_, at) => share(seed + at)));
const sum = (count: (one: Share) => number) => shares.reduce((total, one) => total + count(one), 0);
const broken = shares.flatMap((one) => one.broken).toSorted((a, b) => a.seed - b.seed);
for (const { seed: at, what } of broken.slice(0, 20)) console.log(`seed ${at}: ${what}`);
const [first] = broken;
if (first) {
  const smallest = await shrink(await tryOne(first.seed));
  console.log(`\nA model of ${smallest.model.size} elements: ${smallest.broken ?? ''}\n${smallest.model.xml}`);
}
const seconds = ((performance.now() - from) / 1000).toFixed(1);
console.log(
  `${sum((one) => one.models)} models, ${sum((one) => one.elements)} elements, ${sum((one) => one.commands)} commands in ${seconds} s; broken: ${broken.length}`,
);
process.exitCode = broken.length > 0 ? 1 : 0;

function whole(name: 'runs' | 'seed' | 'threads'): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(`--${name} takes a whole number from 1, not "${values[name]}".`);
  process.exit(2);
}

function share(first: number): Promise<Share> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: { from: first, to: seed + runs - 1, step: threads },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
