import { query } from '@dealwright/store';
import type { Platform } from '../Platform.ts';

/** An import of another server on the same database may still be running; none takes this long. */
const LONGEST_MS = 3_600_000;

/**
 * At start: an import that was running when its server was killed has failed, and a person may run it again: it goes on
 * where it stopped. The embedded database has one server, so there every running one is such.
 */
export async function endInterruptedImports(platform: Pick<Platform, 'em' | 'now' | 'database'>): Promise<void> {
  const before = platform.now() - (platform.database === 'pglite' ? 0 : LONGEST_MS);
  await query(
    platform.em(),
    `update import_run set status = 'failed', ended_at = $1 where status = 'running' and started_at <= $2`,
    [new Date(platform.now()), new Date(before)],
  );
}
