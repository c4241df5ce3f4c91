import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';
import { Deployment } from './Deployment.ts';

export const StartSubscription = defineEntity({
  name: 'StartSubscription',
  tableName: 'start_subscription',
  properties: {
    id: p.text().primary(),
    deploymentId: p.manyToOne(Deployment).mapToPk().joinColumn('deployment_id').index(false).deleteRule('no action'),
    processId: p.text(),
    nodeId: p.text(),
    kind: p.text(),
    name: p.text().nullable(),
    dueAt: instant().nullable(),
    remaining: p.integer().nullable(),
    event: p.integer().default(0),
  },
  indexes: [
    { name: 'start_subscription_name', properties: ['kind', 'name'] },
    { name: 'start_subscription_process', properties: ['processId'] },
  ],
});
