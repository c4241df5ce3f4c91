import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { backupBroken, type BackupHeader, DealwrightError, openStore, restore, type Store } from '@dealwright/store';
import { databaseOf } from '../config/databaseOf.ts';
import type { Config } from '../config/readConfig.ts';
import { needsSecretKey, sizeOf } from './aboutBackup.ts';
import { progressLines } from './progressLines.ts';

/**
 * Restores a file that `backup` wrote into the empty database of the configuration: all of it or nothing.
 *
 * @returns the exit code
 * @throws DealwrightError when the file can't be read or is not whole, or the database is not empty
 */
export async function restoreFromFile(config: Config, file: string, say: (line: string) => void): Promise<number> {
  const store = await openStore({ ...databaseOf(config), migrate: false, now: Date.now });
  try {
    const header = await read(store, file, say);
    await store.maintain();
    say(`Restored ${sizeOf(header)}, as they were at ${header.madeAt}.`);
    if (needsSecretKey(header)) say('Give the server the key that its secrets were encrypted with before it starts.');
    return 0;
  } finally {
    await store.close();
  }
}

async function read(store: Store, file: string, say: (line: string) => void): Promise<BackupHeader> {
  const text = createGunzip().setEncoding('utf8');
  try {
    return await pipeline(createReadStream(file), text, (pieces: AsyncIterable<string>) =>
      restore(store, pieces, { onProgress: progressLines(say, Date.now) }),
    );
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
    if (typeof code !== 'string' || error instanceof DealwrightError) throw error;
    if (code.startsWith('Z_')) {
      throw backupBroken({ en: `it can't be unpacked (${String(message)})`, zh: `无法解压（${String(message)}）` });
    }
    if (!['ENOENT', 'EACCES', 'EISDIR'].includes(code)) throw error;
    throw new DealwrightError('file-not-readable', {
      en: `The file ${file} can't be read: ${String(message)}`,
      zh: `无法读取文件 ${file}：${String(message)}`,
    });
  }
}
