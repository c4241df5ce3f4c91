import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SECRET_KEY_FILE } from '@dealwright/connectors';
import { backup, type BackupHeader, nothingToBackUp, openStore } from '@dealwright/store';
import { databaseOf } from '../config/databaseOf.ts';
import type { Config } from '../config/readConfig.ts';
import { needsSecretKey, sizeOf } from './aboutBackup.ts';
import { keepInFile, refuseExisting } from './keepInFile.ts';
import { progressLines } from './progressLines.ts';

/**
 * Writes everything in the database into one file, which has its name only when it is whole. With PostgreSQL the servers
 * may go on; an embedded database must be stopped first, because one process has its folder.
 *
 * @returns the exit code
 * @throws DealwrightError when the file is there already, there is nothing to save, or the folder is in use
 */
export async function backupToFile(config: Config, file: string, say: (line: string) => void): Promise<number> {
  refuseExisting(file);
  // opening a folder makes a database in it
  if (config.databaseUrl === null && !existsSync(join(config.dataFolder, 'PG_VERSION'))) throw nothingToBackUp();
  const store = await openStore({ ...databaseOf(config), migrate: false, now: Date.now });
  let header: BackupHeader | null = null;
  try {
    const contents = backup(store, {
      now: Date.now,
      onHeader: (told) => (header = told),
      onProgress: progressLines(say, Date.now),
    });
    await keepInFile(file, contents);
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
