import { type EntityManager, queryOne } from '@dealwright/store';
import type { ImportStatus } from './ImportReport.ts';

const COLUMNS = `id as "runId", status, done, total, started_at as "startedAt", ended_at as "endedAt", report`;

export function importStatus(em: EntityManager, runId: string): Promise<ImportStatus | null> {
  return queryOne<ImportStatus>(em, `select ${COLUMNS} from import_run where id = $1`, [runId]);
}

export function latestImport(em: EntityManager): Promise<ImportStatus | null> {
  return queryOne<ImportStatus>(
    em,
    `select ${COLUMNS} from import_run where kind = 'crm' order by started_at desc, id desc limit 1`,
  );
}
