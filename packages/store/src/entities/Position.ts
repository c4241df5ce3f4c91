import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';
import { Instance } from './Instance.ts';

export const Position = defineEntity({
  name: 'Position',
  tableName: 'position',
  properties: {
    instanceId: p.manyToOne(Instance).mapToPk().joinColumn('instance_id').index(false).deleteRule('cascade').primary(),
    token: p.integer().primary(),
    deploymentId: p.text(),
    nodeId: p.text(),
    since: instant(),
  },
  indexes: [{ name: 'position_deployment_node', properties: ['deploymentId', 'nodeId'] }],
});
