import { defineEntity, p } from '@mikro-orm/core';
import { instant, texts } from './columns.ts';
import type { Approval } from './OpenTask.ts';

/** The record of a task that was completed or cancelled. */
export const ClosedTask = defineEntity({
  name: 'ClosedTask',
  tableName: 'closed_task',
  properties: {
    id: p.text().primary(),
    instanceId: p.text(),
    token: p.integer(),
    deploymentId: p.text(),
    processId: p.text(),
    nodeId: p.text(),
    status: p.text(),
    assigneeId: p.text().nullable(),
    claimedAt: instant().nullable(),
    candidates: texts().default([]),
    approve: p.text().default('any'),
    approvals: p.json<readonly Approval[]>().nullable(),
    createdAt: instant(),
    dueAt: instant().nullable(),
    priority: p.integer().default(0),
    completedAt: instant(),
    completedBy: p.text().nullable(),
    turn: p.integer().nullable(),
    item: p.text().nullable(),
    /** of the command that completed it */
    commandId: p.text().nullable(),
    /** the tokens of the tasks that it led to */
    ledTo: p.array().columnType('integer[]').nullable(),
    /** whether the instance was over then */
    finished: p.boolean().default(false),
  },
  checks: [{ name: 'closed_task_status', expression: `status <> 'open'` }],
  indexes: [
    { name: 'closed_task_by', properties: ['completedBy', 'completedAt'] },
    { name: 'closed_task_at', properties: ['completedAt'] },
  ],
});
