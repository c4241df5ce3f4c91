import { randomTree, shrink } from '../../packages/engine/src/testing/random/index.ts';
import { seeded } from '../../packages/engine/src/testing/seeded.ts';
import { HELP, readArguments, type Request } from './readArguments.ts';
import { runDurably } from './runDurably.ts';
import { runInThreads } from './runInThreads.ts';
import type { Failure } from './runSeeds.ts';

// `pnpm test:property`: random processes with random runs. Exit code 0: all passed, 1: one failed, 2: the command was
// given something that it can't use.

/** Failures that are shrunk and printed; of more, only the seeds. */
const SHOWN = 3;

async function run({ runs, seed, durable }: Request): Promise<number> {
  const began = performance.now();
  let told = began;
  const { failures, ...totals } = await runInThreads(seed, runs, ({ models, failures: so }) => {
    if (performance.now() - told < 10_000) return;
    told = performance.now();
    print(`${models} of ${runs} · ${so.length} failed`);
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  for (const failure of failures.slice(0, SHOWN)) show(failure);
  if (failures.length > SHOWN)
    print(
      `also failed: seeds ${failures
        .slice(SHOWN)
        .map((one) => one.seed)
        .join(', ')}`,
    );
  print(
    `${totals.models} models (${totals.elements} elements), ${totals.commands} commands, ${totals.entered} elements entered, ` +
      `${failures.length} failed, ${seconds} s, seeds ${seed} to ${seed + runs - 1}`,
  );
  const durably = await runDurably(seed, durable);
  for (const failure of durably) print(`seed ${failure.seed}: ${failure.wrong.join('; ')}`);
  if (durable > 0) print(`${durable} models through the runtime on PGlite and PostgreSQL, ${durably.length} differ`);
  return failures.length + durably.length > 0 ? 1 : 0;
}

/** The seed, what was wrong, and the smallest model that fails in the same way. */
function show({ seed, wrong }: Failure): void {
  print(`seed ${seed} failed:\n  ${wrong.join('\n  ')}`);
  const shrunk = shrink(randomTree(seeded(seed)), seed, wrong);
  print(`  shrunk, with run ${shrunk.seed}: ${shrunk.wrong[0]}\n  ${JSON.stringify(shrunk.tree)}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function request(): Request | null {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${HELP}\n`);
    process.exit(2);
  }
}

const asked = request();
if (asked) process.exitCode = await run(asked);
else print(HELP);
