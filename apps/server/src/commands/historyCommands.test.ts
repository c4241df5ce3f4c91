import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openStore, query, setRetention, type Store } from '@dealwright/store';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { freshPostgresDatabase } from '../../../../tests/freshPostgresDatabase.ts';
import { databaseOf } from '../config/databaseOf.ts';
import { type Config, readConfig } from '../config/readConfig.ts';
import { keepHistory } from '../operations/keepHistory.ts';
import { exportToFile, prune } from './historyCommands.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SOLD = '2020-03-01T00:00:00Z';

describe.each(['pglite', 'postgresql'] as const)('history commands on %s', (kind) => {
  let folder: string;
  let config: Config;
  let said: string[];
  const say = (line: string) => void said.push(line);
  beforeEach(async () => {
    said = [];
    folder = await mkdtemp(join(tmpdir(), 'dealwright-history-'));
    const database = kind === 'pglite' ? {} : { DATABASE_URL: await freshPostgresDatabase(inject('postgresUrl')) };
    config = readConfig({ ...database, DEALWRIGHT_DATA: join(folder, 'data') });
    // one instance that ended long ago
    await withStore(async (store) => {
      const run = (sql: string) => query(store.em(), sql);
      await run(
        `insert into model (id, process_id, name, draft_xml, created_at, updated_at) values ('m', 'p', 'P', '', now(), now())`,
      );
      await run(
        `insert into deployment (id, model_id, process_id, version, xml, note, deployed_at) values ('d', 'm', 'p', 1, '', '', now())`,
      );
      await run(
        `insert into instance (id, deployment_id, process_id, status, state, revision, started_at, ended_at)
         values ('i', 'd', 'p', 'completed', '{}', 1, '${SOLD}', '${SOLD}')`,
      );
      await run(
        `insert into step (instance_id, seq, process_id, at, types, elements, tokens)
         values ('i', 1, 'p', '${SOLD}', 'el', '{A,A}', '{1,1}')`,
      );
    });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function withStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
    const store = await openStore({ ...databaseOf(config), now: Date.now });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }
  const steps = () => withStore(async (store) => (await query(store.em(), 'select 1 from step')).length);
  const keepForAYear = () =>
    withStore((store) =>
      setRetention(store.em(), { subject: 'process:p', days: 365, at: new Date().toISOString(), actorId: null }),
    );
  const linesOf = async (file: string) =>
    gunzipSync(await readFile(file))
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('exports what ended before a day, and deletes nothing', async () => {
    const file = join(folder, 'h.gz');
    expect(await exportToFile(config, { before: '2020-03-02', file, process: null }, say)).toBe(0);
    expect(await linesOf(file)).toMatchObject([
      { format: 'dealwright-history' },
      { instance: { id: 'i' }, steps: [{ types: 'el' }] },
      { end: true, instances: 1 },
    ]);
    expect(await steps()).toBe(1);
    const again = exportToFile(config, { before: '2020-03-01', file, process: null }, say);
    await expect(again).rejects.toMatchObject({ code: 'file-exists' });
  });

  it('prunes only what a retention lets go, and only with an export or the word that there is to be none', async () => {
    const file = join(folder, 'h.gz');
    await expect(prune(config, { file: null, withoutExport: false }, say)).rejects.toMatchObject({
      code: 'export-needed',
    });
    await prune(config, { file, withoutExport: false }, say);
    expect(said.join()).toContain('no process has a retention');
    expect(await steps()).toBe(1);
    await keepForAYear();
    await prune(config, { file, withoutExport: false }, say);
    expect(await linesOf(file)).toMatchObject([{}, { instance: { id: 'i' } }, { instances: 1 }]);
    expect(await steps()).toBe(0);
    expect(said.at(-1)).toBe(`It is in ${file}.`);
  });

  it('prunes without an export when told to', async () => {
    await keepForAYear();
    await prune(config, { file: null, withoutExport: true }, say);
    expect(await steps()).toBe(0);
  });

  it('a server exports into its folder and deletes; without a folder, or when it can’t write there, it deletes nothing', async () => {
    await keepForAYear();
    const log = pino({ level: 'silent' });
    const exports = join(folder, 'exports');
    await withStore(async (store) => {
      const keep = (exportTo: string | null) => keepHistory({ store, now: Date.now, exportTo, log });
      const count = async () => (await query(store.em(), 'select 1 from step')).length;
      await keep(null);
      expect(await count()).toBe(1);
      await expect(keep(exports)).rejects.toMatchObject({ code: 'ENOENT' });
      expect(await count()).toBe(1);
      await mkdir(exports);
      await keep(exports);
      expect(await count()).toBe(0);
    });
    const [file, ...others] = await readdir(exports);
    expect(others).toEqual([]);
    expect(await linesOf(join(exports, file ?? ''))).toMatchObject([{}, { instance: { id: 'i' } }, { instances: 1 }]);
  });
});
