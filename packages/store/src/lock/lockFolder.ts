import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DealwrightError } from '../DealwrightError.ts';
import { folderNotUsable } from './folderNotUsable.ts';

export interface FolderLock {
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

const LOCK_FILE = 'dealwright.lock';
const HOLDER_FILE = 'dealwright.lock.json';

/**
 * Takes the data folder for this process alone: two PGlite instances on one folder ruin it.
 *
 * The lock is the operating system's own lock on a file, had through SQLite, because Node offers none itself. The
 * kernel gives it to exactly one of several that ask at once and frees it when the process ends, however it ends, so
 * there is no stale lock and no process id to mistake. Who holds it is written beside it, for the message alone.
 *
 * Throws `folder-in-use` or `folder-not-usable`. It is not reliable on network file systems without locks.
 */
export async function lockFolder(folder: string, now: () => number): Promise<FolderLock> {
  const holderFile = join(folder, HOLDER_FILE);
  const file = openLockFile(folder);
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if (isBusy(error)) throw folderInUse(folder, await readHolder(holderFile));
    throw folderNotUsable(folder, error);
  }
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date(now()).toISOString() };
  try {
    await writeFile(holderFile, JSON.stringify(holder));
  } catch (error) {
    file.close();
    throw folderNotUsable(folder, error);
  }
  return {
    async release() {
      if (!file.isOpen) return;
      await rm(holderFile, { force: true });
      file.close();
    },
  };
}

function openLockFile(folder: string): DatabaseSync {
  try {
    return new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 });
  } catch (error) {
    throw folderNotUsable(folder, error);
  }
}

/** SQLITE_BUSY, without the extended bits */
function isBusy(error: unknown): boolean {
  const number = (error as { errcode?: unknown }).errcode;
  return typeof number === 'number' && (number & 0xff) === 5;
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    // the holder has only just taken the lock and not yet signed it
    return null;
  }
}

function folderInUse(folder: string, holder: Holder | null): DealwrightError {
  const en = holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : 'another process';
  const zh = holder ? `主机 ${holder.host} 上的进程 ${holder.pid}（自 ${holder.since} 起）` : '另一个进程';
  return new DealwrightError(
    'folder-in-use',
    {
      en: `The data folder ${folder} is in use by ${en}. Stop that server first, or, to run several servers on the same data, set DATABASE_URL to a PostgreSQL database.`,
      zh: `数据目录 ${folder} 正被${zh}使用。请先停止该服务；若要多个服务共用数据，请将 DATABASE_URL 设为 PostgreSQL 数据库。`,
    },
    { folder, ...holder },
  );
}
