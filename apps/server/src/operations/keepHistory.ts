import { join } from 'node:path';
import { analyzeHistory, forgetOld, makePartitions, pruneHistory, readRetention, type Store } from '@dealwright/store';
import type { Logger } from 'pino';
import { keepInFile } from '../commands/keepInFile.ts';

interface Needs {
  readonly store: Store;
  /** epoch milliseconds */
  readonly now: () => number;
  /** folder that history is exported to before it is deleted; null: none is deleted */
  readonly exportTo: string | null;
  readonly log: Logger;
}

/**
 * What history needs every few hours: partitions for the months to come, the deletion of what nobody needs any more,
 * and of what has been kept for as long as its process says, once it is in a file.
 */
export async function keepHistory({ store, now, exportTo, log }: Needs): Promise<void> {
  const em = store.em();
  const made = await makePartitions(em, now());
  await forgetOld(em, now());
  if ((await readRetention(em)).length > 0) {
    const file = exportFileIn(exportTo, now());
    if (file === null) log.warn({}, 'old history is not deleted: DEALWRIGHT_HISTORY_EXPORT names no folder for it');
    else {
      const pruned = await pruneHistory(store, { now: now(), keep: (lines) => keepInFile(file, lines) });
      if (pruned && pruned.instances + pruned.audit > 0) log.info({ ...pruned, file }, 'old history is deleted');
    }
  }
  if (made > 0 || store.kind === 'postgresql') await analyzeHistory(store);
}

/** A name for an export in a folder; null when there is no folder. */
export function exportFileIn(folder: string | null, now: number): string | null {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return folder === null ? null : join(folder, `history-${stamp}.jsonl.gz`);
}
