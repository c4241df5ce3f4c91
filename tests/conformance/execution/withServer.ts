import { makePostgresServer } from '../../postgresServer.ts';
import type { Mode } from '../Report.ts';

/**
 * The PostgreSQL server that a mode needs, for as long as the run lasts: the one that `DATABASE_URL` names, else real
 * binaries from npm. Null for the modes that need none.
 */
export async function withServer<T>(mode: Mode, run: (serverUrl: string | null) => Promise<T>): Promise<T> {
  if (mode !== 'postgresql') return run(null);
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') return run(given);
  const server = await makePostgresServer();
  try {
    await server.start();
    return await run(server.url);
  } finally {
    await server.stop();
    await server.remove();
  }
}
