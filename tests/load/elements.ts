// Prints what one element costs the executor, in chains of different lengths: in linear time the figures of a row are alike.
import { parseArgs } from 'node:util';
import { step } from '../../packages/engine/src/index.ts';
import { chainOfDiamonds, countingLoop, evaluateSimple } from '../../packages/engine/src/testing/index.ts';
import type { ProcessGraph } from '../../packages/bpmn/src/index.ts';

const LENGTHS = [10, 100, 200] as const;
const ROUNDS = [500, 5_000, 10_000] as const;
const REPEATS = 15;

const env = {
  now: 0,
  evaluate: evaluateSimple,
  script: (_: string, source: string, variables: object) => evaluateSimple(source, { ...variables }),
};

/** The least time of several runs, in microseconds for each element entered: the one that others disturbed least. */
function microsecondsPerElement(graph: ProcessGraph, variables: { readonly n?: number } = {}): number {
  let best = Infinity;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const from = performance.now();
    const { events } = step(graph, null, { type: 'start', variables }, env);
    const took = performance.now() - from;
    best = Math.min(best, (took * 1000) / events.filter(({ type }) => type === 'enter').length);
  }
  return best;
}

interface Row {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly microseconds: readonly number[];
  /** the longest against the shortest */
  readonly ratio: number;
}

function row(name: string, sizes: readonly number[], measure: (size: number) => number): Row {
  for (const size of sizes) measure(size);
  const microseconds = sizes.map(measure);
  return { name, sizes, microseconds, ratio: (microseconds.at(-1) ?? 0) / (microseconds[0] ?? 1) };
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const rows = [
  ...(['exclusiveGateway', 'inclusiveGateway', 'parallelGateway'] as const).map((type) =>
    row(`diamonds of ${type}`, LENGTHS, (length) => microsecondsPerElement(chainOfDiamonds(type, length))),
  ),
  row('rounds of a loop', ROUNDS, (rounds) => microsecondsPerElement(countingLoop(rounds), { n: 0 })),
];
if (values.json) console.log(JSON.stringify(rows));
else {
  console.log(`µs per element, the least of ${REPEATS} runs; Node ${process.versions.node}`);
  for (const { name, sizes, microseconds, ratio } of rows) {
    const cells = sizes.map((size, at) => `${size}: ${microseconds[at]?.toFixed(2) ?? '–'}`.padEnd(14));
    console.log(`${name.padEnd(30)}${cells.join('')}last ÷ first ${ratio.toFixed(2)}`);
  }
}
