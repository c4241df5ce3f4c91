import { defineEntity, p } from '@mikro-orm/core';
import type { JsonObject } from '@dealwright/engine';
import { instant } from './columns.ts';

export const Job = defineEntity({
  name: 'Job',
  tableName: 'job',
  properties: {
    id: p.text().primary(),
    instanceId: p.text().nullable(),
    token: p.integer(),
    kind: p.text(),
    dueAt: instant(),
    payload: p.json<JsonObject>().defaultRaw(`'{}'`),
    attempts: p.integer().default(0),
    maxAttempts: p.integer().default(3),
    lockedUntil: instant().nullable(),
    lockedBy: p.text().nullable(),
    status: p.text().default('ready'),
    queue: p.text().default('delivery'),
    processId: p.text().default(''),
    priority: p.integer().default(0),
  },
  indexes: [
    { name: 'job_due', properties: ['dueAt'], where: "status = 'ready'" },
    { name: 'job_ready', properties: ['queue', 'processId', 'priority', 'dueAt'], where: "status = 'ready'" },
    { name: 'job_instance', properties: ['instanceId'] },
  ],
});
