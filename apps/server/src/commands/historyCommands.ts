import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  DealwrightError,
  exportHistory,
  nothingToBackUp,
  openStore,
  pruneHistory,
  readRetention,
  type Store,
} from '@dealwright/store';
import { databaseOf } from '../config/databaseOf.ts';
import type { Config } from '../config/readConfig.ts';
import { exportFileIn } from '../operations/keepHistory.ts';
import { keepInFile, refuseExisting } from './keepInFile.ts';

type Say = (line: string) => void;

/**
 * Writes the history of what ended before a day (UTC, YYYY-MM-DD) into a file, one line of JSON an instance, and the
 * audit trail of that time unless it is of one process. Nothing is deleted. @returns the exit code
 */
export async function exportToFile(
  config: Config,
  request: { readonly before: string; readonly file: string; readonly process: string | null },
  say: Say,
): Promise<number> {
  refuseExisting(request.file);
  const endedBefore = new Date(`${request.before}T00:00:00Z`).toISOString();
  await withStore(config, (store) =>
    keepInFile(
      request.file,
      exportHistory(store.em(), {
        what: { endedBefore, processId: request.process },
        auditBefore: request.process === null ? endedBefore : null,
        at: new Date().toISOString(),
      }),
    ),
  );
  say(`Exported what ended before ${request.before} as ${request.file}. Nothing was deleted.`);
  return 0;
}

/**
 * Deletes the history that has been kept for as long as each process says, after it has been exported: into `file`, or
 * into the configured folder, or nowhere when that is asked for. @returns the exit code
 */
export async function prune(
  config: Config,
  request: { readonly file: string | null; readonly withoutExport: boolean },
  say: Say,
): Promise<number> {
  const now = Date.now();
  const file = request.withoutExport ? null : (request.file ?? exportFileIn(config.historyExport, now));
  if (file === null && !request.withoutExport)
    throw new DealwrightError('export-needed', {
      en: 'History is exported before it is deleted: say where with --to <file> or DEALWRIGHT_HISTORY_EXPORT, or say --without-export.',
      zh: '删除历史前需要先导出：请用 --to <文件> 或 DEALWRIGHT_HISTORY_EXPORT 指定位置，或者加上 --without-export。',
    });
  if (file !== null) refuseExisting(file);
  return withStore(config, async (store) => {
    if ((await readRetention(store.em())).length === 0) {
      say('Nothing is to be deleted: no process has a retention. An admin sets it under Administration, System.');
      return 0;
    }
    let written = false;
    const keep = async (lines: AsyncIterable<string>) => {
      if (file === null) return;
      await keepInFile(file, lines);
      written = true;
    };
    const pruned = await pruneHistory(store, { now, keep: file === null ? null : keep });
    if (pruned === null) {
      say('A server is deleting history at this moment.');
      return 1;
    }
    say(`Deleted the history of ${pruned.instances} instances and ${pruned.audit} entries of the audit trail.`);
    if (written) say(`It is in ${file}.`);
    return 0;
  });
}

async function withStore<Result>(config: Config, work: (store: Store) => Promise<Result>): Promise<Result> {
  // opening a folder makes a database in it
  if (config.databaseUrl === null && !existsSync(join(config.dataFolder, 'PG_VERSION'))) throw nothingToBackUp();
  const store = await openStore({ ...databaseOf(config), now: Date.now });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
