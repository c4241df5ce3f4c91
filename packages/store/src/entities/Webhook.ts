import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';

export const Webhook = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    kind: p.text(),
    target: p.text(),
    payload: p.text().default(''),
    correlation: p.text().default(''),
    secret: p.text(),
    previousSecret: p.text().nullable(),
    previousUntil: instant().nullable(),
    createdAt: instant(),
    createdBy: p.text().nullable(),
    lastDeliveryAt: instant().nullable(),
  },
});
