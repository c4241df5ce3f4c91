import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** in the folder of an embedded database */
export const SECRET_KEY_FILE = 'dealwright.secret.key';
const BYTES = 32;

/** 32 bytes from 64 hexadecimal digits or from base64; null for anything else. */
export function parseSecretKey(text: string): Buffer | null {
  const encoding = /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64';
  if (encoding === 'base64' && !/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null;
  const key = Buffer.from(text, encoding);
  return key.length === BYTES ? key : null;
}

/**
 * The key of an embedded database: a file in its folder that only its owner may read (mode 600), made when missing.
 * Whoever has the folder has the secrets: DEALWRIGHT_SECRET_KEY keeps the two apart.
 */
export async function keyFileIn(folder: string): Promise<Buffer> {
  const path = join(folder, SECRET_KEY_FILE);
  const kept = await readKey(path);
  if (kept !== null) return kept;
  // whole or not at all, also when the machine stops in between: half a key would lose every secret
  // a draft of its own for every call: two calls of one process would take each other's away
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  await writeFile(draft, `${randomBytes(BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const made = await readKey(path);
  if (made === null) throw new Error(`${path} holds no key of 32 bytes`);
  return made;
}

async function readKey(path: string): Promise<Buffer | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const key = parseSecretKey(text.trim());
  if (key === null) throw new Error(`${path} holds no key of 32 bytes: restore it from a backup`);
  return key;
}
