import { queryOne } from '@dealwright/store';
import type { SystemStatus } from '../contract/index.ts';
import type { Platform } from '../Platform.ts';
import type { SystemService } from '../Services.ts';

type Counts = Omit<SystemStatus, 'version' | 'database' | 'startedAt'>;

/** How the installation is doing. `startedAt` is the moment this is called. */
export function createSystemService(platform: Pick<Platform, 'em' | 'now' | 'version' | 'database'>): SystemService {
  const startedAt = new Date(platform.now()).toISOString();
  return {
    async status() {
      const counts = await queryOne<Counts>(
        platform.em(),
        `select (select count(*) from instance where status = 'active') as "activeInstances",
                (select count(*) from task where status = 'open') as "openTasks",
                (select count(*) from job where status = 'ready' and due_at <= $1) as "readyJobs",
                (select min(due_at) from job where status = 'ready') as "oldestDueJob",
                (select count(*) from incident where resolved_at is null) as "openIncidents"`,
        [new Date(platform.now())],
      );
      if (counts === null) throw new Error('a select without a from answers one row');
      return { version: platform.version, database: platform.database, startedAt, ...counts };
    },
  };
}
