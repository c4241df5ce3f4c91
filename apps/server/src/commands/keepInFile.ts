import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { DealwrightError } from '@dealwright/store';

/**
 * Compresses lines into a file of its owner alone. When it resolves, the file is whole and survives a power cut; until
 * then it has another name, and when it fails there is none.
 *
 * @throws DealwrightError `file-exists`, and whatever the lines or the disk throw
 */
export async function keepInFile(file: string, lines: AsyncIterable<string>): Promise<void> {
  refuseExisting(file);
  const draft = `${file}.part`;
  try {
    await pipeline(lines, createGzip(), createWriteStream(draft, { mode: 0o600, flush: true }));
    await rename(draft, file);
    const folder = await open(dirname(file), 'r');
    // the name too; where a folder can't be synced (Windows) the system does it itself
    await folder.sync().catch(() => {});
    await folder.close();
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Before anything is opened that takes time. @throws DealwrightError `file-exists` */
export function refuseExisting(file: string): void {
  if (!existsSync(file)) return;
  throw new DealwrightError('file-exists', {
    en: `The file ${file} is there already. Choose another name.`,
    zh: `文件 ${file} 已存在，请换一个名称。`,
  });
}
