import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';

// A process that can make a PostgreSQL for its tests must still end with the exit code that it set: otherwise a failed
// run counts as passed.

const SERVER = new URL('../postgresServer.ts', import.meta.url).href;

function exitCodeOf(code: string): Promise<number | string | null | undefined> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=module', '--eval', code], (error) => resolve(error ? error.code : 0));
  });
}

it.each([0, 3])(
  'a process that made a PostgreSQL and set exit code %i ends with it',
  async (exitCode) => {
    const code = `
      import { makePostgresServer } from ${JSON.stringify(SERVER)};
      const server = await makePostgresServer();
      await server.start();
      await server.stop();
      await server.remove();
      process.exitCode = ${exitCode};
    `;
    expect(await exitCodeOf(code)).toBe(exitCode);
  },
  60_000,
);
