import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SECRET_KEY_FILE } from '@dealwright/connectors';
import {
  backup,
  DealwrightError,
  nothingToBackUp,
  openStore,
  queryOne,
  restore,
  type Store,
  type StoreOptions,
} from '@dealwright/store';
import { databaseOf } from '../config/databaseOf.ts';
import type { Config } from '../config/readConfig.ts';
import { needsSecretKey, sizeOf } from './aboutBackup.ts';
import { progressLines } from './progressLines.ts';

/**
 * Copies everything into another, empty database: from the folder to PostgreSQL or back, or from one PostgreSQL to
 * another. All or nothing; the old one is left as it is. No server may run on it, for what it did meanwhile would be
 * lost.
 *
 * @param to a PostgreSQL URL, or a folder
 * @returns the exit code
 */
export async function move(config: Config, to: string, say: (line: string) => void): Promise<number> {
  if (config.databaseUrl === null && !existsSync(join(config.dataFolder, 'PG_VERSION'))) throw nothingToBackUp();
  const source = await openStore({ ...databaseOf(config), migrate: false, now: Date.now });
  try {
    if (source.kind === 'postgresql') await refuseInUse(source);
    const place: StoreOptions = { ...placeOf(to), migrate: false, now: Date.now };
    const target = await openStore(place);
    try {
      const header = await restore(target, backup(source, { now: Date.now }), {
        onProgress: progressLines(say, Date.now),
      });
      await target.maintain();
      say(`Moved ${sizeOf(header)}. What is in the old place stays there: don't start a server on it again.`);
      say(`Start the server with ${place.url === undefined ? `DEALWRIGHT_DATA=${to}` : 'DATABASE_URL set to it'}.`);
      if (needsSecretKey(header)) say(keyLine(config));
      return 0;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function placeOf(to: string): { readonly url: string } | { readonly folder: string } {
  return /^postgres(ql)?:\/\//.test(to) ? { url: to } : { folder: to };
}

function keyLine(config: Config): string {
  const file = join(config.dataFolder, SECRET_KEY_FILE);
  return config.secretKey === null && config.databaseUrl === null && existsSync(file)
    ? `Secrets are encrypted with the key in ${file}: set DEALWRIGHT_SECRET_KEY to what it holds.`
    : 'Keep DEALWRIGHT_SECRET_KEY as it is: secrets are encrypted with it.';
}

/** A folder has its lock; PostgreSQL tells who else is connected. */
async function refuseInUse(store: Store): Promise<void> {
  const row = await queryOne<{ others: number }>(
    store.em(),
    `select count(*) as others from pg_stat_activity
     where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  const others = row?.others ?? 0;
  if (others === 0) return;
  throw new DealwrightError(
    'database-in-use',
    {
      en: `The database has ${others} other connections. Stop every server that uses it before it is moved.`,
      zh: `该数据库还有 ${others} 个其他连接。请先停止所有使用它的服务再迁移。`,
    },
    { others },
  );
}
