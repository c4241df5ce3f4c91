import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from './UsageError.ts';

export const SUITES = ['betsy', 'token-simulation'] as const;
export const DATABASES = ['pglite', 'postgresql'] as const;
export type Suite = (typeof SUITES)[number];
export type Database = (typeof DATABASES)[number];

export type Request =
  | { readonly what: 'help' }
  | { readonly what: 'validate'; readonly folder: string; readonly json: string | null }
  | {
      readonly what: 'suite';
      readonly suite: Suite;
      readonly dir: string;
      readonly json: string | null;
      /** run durably on these; null: by the pure engine */
      readonly databases: readonly Database[] | null;
    };

export const HELP = `pnpm conformance --suite betsy|token-simulation --dir <folder> [--durable [--database pglite|postgresql]] [--json <file>]
pnpm conformance --validate <folder> [--json <file>]`;

/**
 * Reads the command line. A \`--\` before the flags, as some package managers pass it on, is skipped.
 *
 * @throws UsageError for an unknown flag, a flag without its value, flags that do not go together, a missing folder
 */
export async function readArguments(args: readonly string[]): Promise<Request> {
  const given = flagsOf(args);
  if (given.help === true) return { what: 'help' };
  const json = given.json === undefined ? null : resolve(given.json);
  if (given.validate !== undefined) {
    if (
      given.suite !== undefined ||
      given.dir !== undefined ||
      given.durable !== undefined ||
      given.database !== undefined
    ) {
      throw new UsageError('--validate goes with --json alone.', '--validate 只能与 --json 一起使用。');
    }
    return { what: 'validate', folder: await folderAt(given.validate), json };
  }
  if (given.suite === undefined || given.dir === undefined) {
    throw new UsageError(`Give --suite and --dir, or --validate.\n${HELP}`, `请给出 --suite 和 --dir，或 --validate。`);
  }
  const suite = oneOf(SUITES, given.suite, '--suite');
  const database = given.database === undefined ? null : oneOf(DATABASES, given.database, '--database');
  if (database && given.durable !== true) {
    throw new UsageError('--database goes with --durable.', '--database 需与 --durable 一起使用。');
  }
  const databases = given.durable === true ? (database ? [database] : DATABASES) : null;
  return { what: 'suite', suite, dir: await folderAt(given.dir), json, databases };
}

function flagsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: args[0] === '--' ? args.slice(1) : [...args],
      options: {
        suite: { type: 'string' },
        dir: { type: 'string' },
        json: { type: 'string' },
        validate: { type: 'string' },
        durable: { type: 'boolean' },
        database: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${reason}\n${HELP}`, `命令行参数有误：${reason}`);
  }
}

function oneOf<Word extends string>(words: readonly Word[], given: string, flag: string): Word {
  const found = words.find((word) => word === given);
  if (found) return found;
  throw new UsageError(
    `${flag} is "${given}"; it can be ${words.join(' or ')}.`,
    `${flag} 为“${given}”，可用值：${words.join('、')}。`,
  );
}

async function folderAt(path: string): Promise<string> {
  const folder = resolve(path);
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return folder;
  throw new UsageError(`There is no folder ${folder}.`, `文件夹 ${folder} 不存在。`);
}
