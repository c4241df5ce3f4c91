import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openStore, type Store } from '../openStore.ts';
import { schemaKey } from './schemaKey.ts';

const folder = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
const snapshots = new Map<boolean, Promise<Blob>>();

/**
 * An empty database in memory, without tables when it is not to be migrated. Starting from a snapshot spares two
 * seconds; it is kept between runs.
 */
export async function openPgliteForTest(migrate = true): Promise<Store> {
  const snapshot = snapshots.get(migrate) ?? readSnapshot(migrate);
  snapshots.set(migrate, snapshot);
  return closeOnce(await openStore({ folder: 'memory://', snapshot: await snapshot, migrate, now: Date.now }));
}

async function readSnapshot(migrate: boolean): Promise<Blob> {
  const file = `${folder}pglite-${migrate ? schemaKey : 'blank'}.tar`;
  try {
    return new Blob([await readFile(file)]);
  } catch {
    return makeSnapshot(file, migrate);
  }
}

async function makeSnapshot(file: string, migrate: boolean): Promise<Blob> {
  const store = await openStore({ folder: 'memory://', migrate, now: Date.now });
  const made = await store.dumpSnapshot();
  await store.close();
  if (!made) throw new Error('PGlite gave no snapshot');
  await mkdir(folder, { recursive: true });
  // other test processes may be writing it too: a rename is all or nothing
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, Buffer.from(await made.arrayBuffer()));
  await rename(draft, file);
  return made;
}

function closeOnce(store: Store): Store {
  let closing: Promise<void> | undefined;
  return { ...store, close: () => (closing ??= store.close()) };
}
