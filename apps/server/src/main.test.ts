import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let folder: string;
let port: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dealwright-main-'));
  port = await freePort();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The program as its own process. */
function run(args: readonly string[] = [], env: Record<string, string> = {}) {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    env: {
      ...inherited,
      DEALWRIGHT_ADMIN_EMAIL: '',
      DEALWRIGHT_ADMIN_PASSWORD: '',
      PORT: String(port),
      DEALWRIGHT_DATA: folder,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const hear of heard) hear();
    });
  }
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
  /** settles when the text has been printed; fails when the process ends without */
  const printed = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => output.includes(text) && resolve(output);
      heard.add(look);
      look();
      void ended.then(() => reject(new Error(`it ended without saying "${text}":\n${output}`)));
    });
  return { child, ended, printed };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

it('serves, keeps a second server off its folder, and stops in order', async () => {
  const server = run();
  const output = await server.printed('/setup?token=');
  expect(output).toContain(`http://localhost:${port}`);
  expect(await (await fetch(`http://localhost:${port}/readyz`)).json()).toEqual({ status: 'ok' });
  const second = await run([], { PORT: String(await freePort()) }).ended;
  expect(second.code).toBe(1);
  expect(second.output).toContain(`process ${server.child.pid}`);
  expect(second.output).toContain('DATABASE_URL');
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
}, 60_000);

it('says what to do when the port is taken, and leaves the folder free', async () => {
  const holder = createServer().listen(port, 'localhost');
  await once(holder, 'listening');
  const refused = await run().ended;
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining(`Port ${port} is in use`) });
  holder.close();
  const server = run();
  await server.printed('/setup?token=');
  server.child.kill('SIGINT');
  expect((await server.ended).code).toBe(0);
}, 60_000);

it('names the variable that is wrong, and the word on the command line that it does not know', async () => {
  const misconfigured = await run([], { LOG_LEVEL: 'loud' }).ended;
  expect(misconfigured).toMatchObject({ code: 1, output: expect.stringContaining('LOG_LEVEL must be') });
  const mistyped = await run(['--dmeo']).ended;
  expect(mistyped).toMatchObject({ code: 2, output: expect.stringContaining('--dmeo') });
  const helped = await run(['--help']).ended;
  expect(helped).toMatchObject({ code: 0, output: expect.stringContaining('DEALWRIGHT_ORIGIN') });
}, 60_000);
