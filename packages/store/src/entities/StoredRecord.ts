import { defineEntity, p } from '@mikro-orm/core';
import type { JsonObject } from '@dealwright/engine';
import { instant } from './columns.ts';

export const StoredRecord = defineEntity({
  name: 'StoredRecord',
  tableName: 'record',
  properties: {
    collection: p.text().primary(),
    key: p.text().primary(),
    data: p.json<JsonObject>(),
    revision: p.integer().default(1),
    updatedAt: instant(),
  },
});
