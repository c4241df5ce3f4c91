import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';

export const ImportRun = defineEntity({
  name: 'ImportRun',
  tableName: 'import_run',
  properties: {
    id: p.text().primary(),
    kind: p.text(),
    status: p.text(),
    byId: p.text().nullable(),
    startedAt: instant(),
    endedAt: instant().nullable(),
    done: p.integer().default(0),
    total: p.integer().default(0),
    report: p.json<unknown>().nullable(),
  },
});
