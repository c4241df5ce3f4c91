import { copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openStore, query, type Store } from '@dealwright/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { freshPostgresDatabase } from '../../../../tests/freshPostgresDatabase.ts';
import { databaseOf } from '../config/databaseOf.ts';
import { type Config, readConfig } from '../config/readConfig.ts';
import { createTestServer } from '../testing/testServer.ts';
import { backupToFile } from './backupToFile.ts';
import { move } from './move.ts';
import { restoreFromFile } from './restoreFromFile.ts';

// several embedded databases in one test take their time on a busy machine
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const fault = (name: string) => readFile(new URL(`../../../../tests/faults/${name}.bpmn`, import.meta.url), 'utf8');
let root: string;
let places = 0;
let said: string[] = [];
const say = (line: string) => void said.push(line);
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dealwright-data-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(() => {
  said = [];
});

/** A configuration whose database does not exist yet, and its place as `move --to` takes it. */
async function newPlace(kind: 'pglite' | 'postgresql'): Promise<{ readonly config: Config; readonly place: string }> {
  const folder = join(root, `place-${++places}`);
  if (kind === 'pglite') return { config: readConfig({ DEALWRIGHT_DATA: folder }), place: folder };
  const url = await freshPostgresDatabase(inject('postgresUrl'));
  return { config: readConfig({ DATABASE_URL: url, DEALWRIGHT_DATA: folder }), place: url };
}

async function withStore<Result>(config: Config, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore({ ...databaseOf(config), now: Date.now });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The first line of a backup: what was saved, with digests. */
async function headerIn(file: string): Promise<{ readonly tables: unknown; readonly migrations: unknown }> {
  const text = gunzipSync(await readFile(file)).toString();
  return JSON.parse(text.slice(0, text.indexOf('\n'))) as { tables: unknown; migrations: unknown };
}

describe.each([
  ['pglite', 'postgresql'],
  ['postgresql', 'pglite'],
] as const)('data in %s', (from, to) => {
  let source: Config;
  let open: { readonly chain: string; readonly ring: string };
  beforeAll(async () => {
    source = (await newPlace(from)).config;
    open = await withStore(source, async (store) => {
      const { runtime, close } = (await createTestServer(store)).composed;
      const start = async (name: string) => {
        await runtime.deploy({ xml: await fault(name), note: '', actorId: null });
        return (await runtime.start({ processId: name, variables: { amount: 5 }, actorId: null })).instanceId;
      };
      const started = { chain: await start('chain'), ring: await start('ring') };
      // at once, with what follows from the changes still under way
      await close();
      return started;
    });
  });
  const drafts = async () => (await readdir(root)).filter((name) => name.endsWith('.part'));
  afterEach(async () => expect(await drafts()).toEqual([]));

  it('is saved into a file and restored from it', async () => {
    const file = join(root, `${from}.backup`);
    expect(await backupToFile(source, file, say)).toBe(0);
    expect(said.join('\n')).toContain(`as ${file}`);
    await expect(backupToFile(source, file, say)).rejects.toMatchObject({ code: 'file-exists' });
    const { config } = await newPlace(from);
    expect(await restoreFromFile(config, file, say)).toBe(0);
    const again = join(root, `${from}-again.backup`);
    await backupToFile(config, again, say);
    expect((await headerIn(again)).tables).toEqual((await headerIn(file)).tables);
    await expect(restoreFromFile(config, file, say)).rejects.toMatchObject({ code: 'restore-not-empty' });
  });

  it('is not restored from a file that is cut, altered, something else or missing', async () => {
    const file = join(root, `${from}-whole.backup`);
    await backupToFile(source, file, say);
    const { config } = await newPlace(from);
    const cut = join(root, `${from}-cut.backup`);
    await copyFile(file, cut);
    await truncate(cut, Math.floor((await readFile(file)).length / 2));
    const altered = join(root, `${from}-altered.backup`);
    await writeFile(
      altered,
      gzipSync(
        gunzipSync(await readFile(file))
          .toString()
          .replace('root@', 'evil@'),
      ),
    );
    const other = join(root, `${from}-other.backup`);
    await writeFile(other, 'something else');
    for (const broken of [cut, altered, other])
      await expect(restoreFromFile(config, broken, say), broken).rejects.toMatchObject({ code: 'backup-broken' });
    await expect(restoreFromFile(config, join(root, 'none'), say)).rejects.toMatchObject({ code: 'file-not-readable' });
    await restoreFromFile(config, file, say);
    const people = await withStore(config, (store) => query(store.em(), 'select email from person'));
    expect(people).toEqual([{ email: 'root@example.com' }]);
  });

  it(`is moved to ${to}, where deals go on and timers fall due`, async () => {
    const { config, place } = await newPlace(to);
    expect(await move(source, place, say)).toBe(0);
    expect(said.join('\n')).toContain('Moved');
    await withStore(config, async (store) => {
      const server = await createTestServer(store);
      const { runtime, close } = server.composed;
      const tasks = (instanceId: string) =>
        query<{ id: string; nodeId: string }>(
          store.em(),
          `select id, node_id as "nodeId" from task where instance_id = $1 and status = 'open'`,
          [instanceId],
        );
      expect(await tasks(open.ring)).toEqual([]);
      server.time += 60_000;
      await runtime.runDueJobs();
      expect(await tasks(open.ring)).toMatchObject([{ nodeId: 'call' }]);
      const [first] = await tasks(open.chain);
      await runtime.complete({ taskId: first?.id ?? '', variables: {}, actorId: 'x', commandId: 'after the move' });
      const [second] = await tasks(open.chain);
      expect(second?.nodeId).not.toBe(first?.nodeId);
      await close();
    });
    await expect(move(source, place, say)).rejects.toMatchObject({ code: 'restore-not-empty' });
  });

  it('is not moved or saved while a server has it, where that would lose what it does', async () => {
    const { place } = await newPlace(to);
    await withStore(source, async () => {
      const code = from === 'pglite' ? 'folder-in-use' : 'database-in-use';
      await expect(move(source, place, say)).rejects.toMatchObject({ code });
      const saved = backupToFile(source, join(root, `${from}-beside.backup`), say);
      if (from === 'pglite') await expect(saved).rejects.toMatchObject({ code });
      else expect(await saved).toBe(0);
    });
  });
});

it('does not make a database in a folder to save it', async () => {
  const { config } = await newPlace('pglite');
  await expect(backupToFile(config, join(root, 'nothing.backup'), say)).rejects.toMatchObject({
    code: 'nothing-to-back-up',
  });
  await expect(move(config, join(root, 'elsewhere'), say)).rejects.toMatchObject({ code: 'nothing-to-back-up' });
  expect(await readdir(root)).not.toContain(config.dataFolder.slice(root.length + 1));
});
