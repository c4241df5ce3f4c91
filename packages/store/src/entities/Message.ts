import { defineEntity, p } from '@mikro-orm/core';
import type { JsonObject } from '@dealwright/engine';
import { instant } from './columns.ts';

export const Message = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    correlation: p.text().nullable(),
    payload: p.json<JsonObject>(),
    receivedAt: instant(),
    expiresAt: instant(),
  },
  indexes: [
    { name: 'message_name', properties: ['name', 'correlation'] },
    { name: 'message_expires', properties: ['expiresAt'] },
  ],
});
