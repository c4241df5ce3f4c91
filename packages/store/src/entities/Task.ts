import { defineEntity, p } from '@mikro-orm/core';
import type { JsonObject } from '@dealwright/engine';
import { instant, texts } from './columns.ts';
import { Instance } from './Instance.ts';
import { Person } from './Person.ts';

/** One person's yes to a task that all its candidates must approve. */
export interface Approval {
  readonly by: string;
  readonly at: string;
}

export const Task = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.text().primary(),
    instanceId: p.manyToOne(Instance).mapToPk().joinColumn('instance_id').index(false).deleteRule('cascade'),
    token: p.integer(),
    deploymentId: p.text(),
    processId: p.text(),
    nodeId: p.text(),
    status: p.text(),
    assigneeId: p.manyToOne(Person).mapToPk().joinColumn('assignee_id').index(false).deleteRule('no action').nullable(),
    claimedAt: instant().nullable(),
    candidates: texts().default([]),
    approve: p.text().default('any'),
    approvals: p.json<readonly Approval[]>().defaultRaw(`'[]'`),
    draft: p.json<JsonObject>().nullable(),
    revision: p.integer().default(1),
    createdAt: instant(),
    dueAt: instant().nullable(),
    priority: p.integer().default(0),
    completedAt: instant().nullable(),
    completedBy: p.text().nullable(),
    turn: p.integer().nullable(),
    item: p.text().nullable(),
  },
  indexes: [
    { name: 'task_instance', properties: ['instanceId'] },
    { name: 'task_open_due', properties: ['status', 'dueAt'] },
  ],
});
