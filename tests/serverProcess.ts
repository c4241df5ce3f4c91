import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url));
export const ADMIN = { email: 'admin@example.com', password: 'correct horse battery' } as const;

export interface ServerProcess {
  readonly url: string;
  readonly folder: string;
  readonly child: ChildProcess;
  /** everything printed so far, both streams */
  output(): string;
  /** SIGKILL, and wait until it is gone */
  kill(): Promise<void>;
  /** SIGTERM, and wait for the exit code */
  stop(): Promise<number | null>;
}

export interface ServerOptions {
  readonly folder?: string;
  readonly databaseUrl?: string;
  readonly args?: readonly string[];
  readonly port?: number;
  /** variables beside those that a server in a test always has */
  readonly env?: Readonly<Record<string, string>>;
  /** given the process before it is ready, to end it while it starts */
  readonly onSpawn?: (child: ChildProcess) => void;
}

/** Starts the real server as its own process and answers when it is ready to serve. Throws with its output if it ends. */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'dealwright-test-')));
  const port = options.port ?? (await freePort());
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [main, ...(options.args ?? [])], {
    env: {
      ...inherited,
      PORT: String(port),
      DEALWRIGHT_DATA: folder,
      DEALWRIGHT_ADMIN_EMAIL: ADMIN.email,
      DEALWRIGHT_ADMIN_PASSWORD: ADMIN.password,
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  options.onSpawn?.(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const url = `http://localhost:${port}`;
  const ready = await Promise.race([untilReady(url, () => child.exitCode === null), gone.then(() => false)]);
  if (!ready) {
    child.kill('SIGKILL');
    throw new Error(`The server did not start:\n${output}`);
  }
  return {
    url,
    folder,
    child,
    output: () => output,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return gone;
    },
  };
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function untilReady(url: string, alive: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 600 && alive(); tries += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      if (address === null || typeof address === 'string') return reject(new Error('no port was given'));
      probe.close(() => resolve(address.port));
    });
  });
}
