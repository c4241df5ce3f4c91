import { defineEntity, p } from '@mikro-orm/core';
import type { State } from '@dealwright/engine';
import { instant } from './columns.ts';
import { Deployment } from './Deployment.ts';

export const Instance = defineEntity({
  name: 'Instance',
  tableName: 'instance',
  properties: {
    id: p.text().primary(),
    deploymentId: p.manyToOne(Deployment).mapToPk().joinColumn('deployment_id').index(false).deleteRule('no action'),
    processId: p.text(),
    status: p.text(),
    outcome: p.text().nullable(),
    stage: p.text().nullable(),
    state: p.json<State>(),
    revision: p.integer(),
    parentInstanceId: p.text().nullable(),
    parentToken: p.integer().nullable(),
    startedAt: instant(),
    endedAt: instant().nullable(),
  },
  indexes: [
    { name: 'instance_process_status', properties: ['processId', 'status'] },
    { name: 'instance_deployment', properties: ['deploymentId'] },
    { name: 'instance_parent', properties: ['parentInstanceId'], where: 'parent_instance_id is not null' },
  ],
});
