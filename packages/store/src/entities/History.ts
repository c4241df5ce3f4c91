import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';

export const History = defineEntity({
  name: 'History',
  tableName: 'history',
  properties: {
    instanceId: p.text().primary(),
    seq: p.bigint('number').primary(),
    deploymentId: p.text(),
    processId: p.text(),
    type: p.text(),
    elementId: p.text(),
    token: p.integer(),
    at: instant(),
    actorId: p.text().nullable(),
    detail: p.json<unknown>().nullable(),
  },
  indexes: [{ name: 'history_process_element', properties: ['processId', 'elementId', 'type', 'at'] }],
});
