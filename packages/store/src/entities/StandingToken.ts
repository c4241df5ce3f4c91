import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';

/** Where a token stands that has no open task, which would say so itself; the view `position` has both. */
export const StandingToken = defineEntity({
  name: 'StandingToken',
  tableName: 'standing_token',
  properties: {
    instanceId: p.text().primary(),
    token: p.integer().primary(),
    deploymentId: p.text(),
    nodeId: p.text(),
    since: instant(),
  },
  indexes: [{ name: 'standing_token_deployment_node', properties: ['deploymentId', 'nodeId'] }],
});
