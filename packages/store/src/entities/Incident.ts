import type { Message } from '@dealwright/bpmn';
import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';

export const Incident = defineEntity({
  name: 'Incident',
  tableName: 'incident',
  properties: {
    id: p.text().primary(),
    instanceId: p.text(),
    token: p.integer(),
    nodeId: p.text(),
    code: p.text(),
    message: p.json<Message>(),
    jobId: p.text().nullable(),
    raisedAt: instant(),
    resolvedAt: instant().nullable(),
    resolvedBy: p.text().nullable(),
    resolution: p.text().nullable(),
  },
  indexes: [
    { name: 'incident_open', properties: ['raisedAt'], where: 'resolved_at is null' },
    { name: 'incident_instance', properties: ['instanceId'] },
  ],
});
