import { parseArgs } from 'node:util';

export interface Request {
  /** random processes to run */
  readonly runs: number;
  /** of the first; each further one has the next */
  readonly seed: number;
  /** how many of them are run on each database too */
  readonly durable: number;
}

export const HELP = `pnpm test:property [--runs <n>] [--seed <s>] [--durable <n>]
  --runs     random processes with random runs; 10000 by default
  --seed     seed of the first; 1 by default. A run that failed is repeated by: --runs 1 --seed <its seed>
  --durable  so many of them also through the runtime, on PGlite and PostgreSQL; 0 by default`;

/**
 * Reads the command line. A `--` before the flags, as some package managers pass it on, is skipped.
 *
 * @returns null when help is asked for
 * @throws Error for an unknown flag and for what is no whole number
 */
export function readArguments(args: readonly string[]): Request | null {
  const { values } = parseArgs({
    args: args[0] === '--' ? args.slice(1) : [...args],
    options: {
      runs: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      durable: { type: 'string', default: '0' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return null;
  return {
    runs: wholeNumber('--runs', values.runs),
    seed: wholeNumber('--seed', values.seed),
    durable: wholeNumber('--durable', values.durable),
  };
}

function wholeNumber(flag: string, given: string): number {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new Error(`${flag} is "${given}"; it must be a whole number. / ${flag} 为“${given}”，必须为非负整数。`);
}
