import type { StoreOptions } from '@dealwright/store';
import type { Config } from './readConfig.ts';

/** Where the data is: the database of `DATABASE_URL`, else the folder. */
export function databaseOf(
  config: Pick<Config, 'databaseUrl' | 'dataFolder'>,
): Pick<StoreOptions, 'url'> | Pick<StoreOptions, 'folder'> {
  return config.databaseUrl === null ? { folder: config.dataFolder } : { url: config.databaseUrl };
}
