import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { SECRET_KEY_FILE } from '@dealwright/connectors';
import { backup, type BackupHeader, DealwrightError, nothingToBackUp, openStore } from '@dealwright/store';
import { databaseOf } from '../config/databaseOf.ts';
import type { Config } from '../config/readConfig.ts';
import { needsSecretKey, sizeOf } from './aboutBackup.ts';
import { progressLines } from './progressLines.ts';

/**
 * Writes everything in the database into one file, which has its name only when it is whole. With PostgreSQL the servers
 * may go on; an embedded database must be stopped first, because one process has its folder.
 *
 * @returns the exit code
 * @throws DealwrightError when the file is there already, there is nothing to save, or the folder is in use
 */
export async function backupToFile(config: Config, file: string, say: (line: string) => void): Promise<number> {
  if (existsSync(file)) {
    throw new DealwrightError('file-exists', {
      en: `The file ${file} is there already. Choose another name.`,
      zh: `文件 ${file} 已存在，请换一个名称。`,
    });
  }
  // opening a folder makes a database in it
  if (config.databaseUrl === null && !existsSync(join(config.dataFolder, 'PG_VERSION'))) throw nothingToBackUp();
  const store = await openStore({ ...databaseOf(config), migrate: false, now: Date.now });
  const draft = `${file}.part`;
  let header: BackupHeader | null = null;
  try {
    const contents = backup(store, {
      now: Date.now,
      onHeader: (told) => (header = told),
      onProgress: progressLines(say, Date.now),
    });
    // for its owner alone: it holds what the database holds
    await pipeline(contents, createGzip(), createWriteStream(draft, { mode: 0o600, flush: true }));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await store.close();
  }
  tell(config, file, header, say);
  return 0;
}

function tell(config: Config, file: string, header: BackupHeader | null, say: (line: string) => void): void {
  if (header === null) return;
  say(`Saved ${sizeOf(header)} as ${file}`);
  if (!needsSecretKey(header)) return;
  const key =
    config.secretKey === null && config.databaseUrl === null
      ? `the file ${join(config.dataFolder, SECRET_KEY_FILE)}`
      : 'DEALWRIGHT_SECRET_KEY';
  say(`The key that secrets are encrypted with is not in it: keep ${key} in a safe place too.`);
}
