import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';

export const Subscription = defineEntity({
  name: 'Subscription',
  tableName: 'subscription',
  properties: {
    id: p.text().primary(),
    instanceId: p.text(),
    token: p.integer(),
    kind: p.text(),
    name: p.text(),
    correlation: p.text().nullable(),
    createdAt: instant(),
  },
  indexes: [
    { name: 'subscription_name', properties: ['kind', 'name', 'correlation'] },
    { name: 'subscription_instance', properties: ['instanceId'] },
  ],
});
