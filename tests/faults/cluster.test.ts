import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, inject, it } from 'vitest';
import { signIn } from '../apiClient.ts';
import { freshPostgresDatabase } from '../freshPostgresDatabase.ts';
import { ADMIN } from '../serverProcess.ts';
import { mine, prepare, REP, startDeals } from './chainDeals.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/cluster.ts', import.meta.url));
const cleanups: (() => unknown)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0).toReversed()) cleanup();
});

it('servers started by one command share the work behind one address, also when one of them is killed', async () => {
  const databaseUrl = await freshPostgresDatabase(inject('postgresUrl'));
  const child = spawn(process.execPath, [SCRIPT, '--servers', '2', '--port', '0'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'info',
      DEALWRIGHT_ADMIN_EMAIL: ADMIN.email,
      DEALWRIGHT_ADMIN_PASSWORD: ADMIN.password,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  cleanups.push(() => child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (output += piece.toString()));
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const ready = async () => {
    const url = /2 servers answer at (\S+),/.exec(output)?.[1];
    if (url === undefined && child.exitCode !== null) throw new Error(output);
    return url;
  };
  await expect.poll(ready, { timeout: 100_000, interval: 100 }).toBeDefined();
  const url = (await ready()) ?? '';
  const pids = [...output.matchAll(/is process (\d+),/g)].map((found) => Number(found[1]));
  expect(new Set(pids).size).toBe(2);
  for (const pid of pids) cleanups.push(() => tryKill(pid));

  const rep = await prepare({ url }, 'chain');
  await startDeals(rep, 'chain', 4);
  const [first, second, ...others] = await mine(rep);
  expect(others).toHaveLength(2);
  // each call goes to the other server
  await rep.mutate('task.complete', { id: first?.id, commandId: randomUUID(), values: {} });
  await rep.mutate('task.complete', { id: second?.id, commandId: randomUUID(), values: {} });
  tryKill(pids[0] ?? 0);
  const again = await signIn(url, REP);
  for (const task of others) await again.mutate('task.complete', { id: task.id, commandId: randomUUID(), values: {} });
  const left = (await mine(again)).map((task) => task.id);
  for (const task of [first, second, ...others]) expect(left).not.toContain(task?.id);

  child.kill('SIGTERM');
  expect(await gone).toBe(0);
  expect(() => process.kill(pids[1] ?? 0, 0)).toThrow('ESRCH');
});

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
}
