import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';

export const CommandLog = defineEntity({
  name: 'CommandLog',
  tableName: 'command_log',
  properties: {
    id: p.text().primary(),
    instanceId: p.text().nullable(),
    result: p.json<unknown>().nullable(),
    at: instant(),
  },
  indexes: [{ name: 'command_log_at', properties: ['at'], type: 'brin' }],
});
