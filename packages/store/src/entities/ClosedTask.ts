import { defineEntity, p } from '@mikro-orm/core';
import { instant, texts } from './columns.ts';
import type { Approval } from './OpenTask.ts';

/** The record of a task that was completed or cancelled. */
export const ClosedTask = defineEntity({
  name: 'ClosedTask',
  tableName: 'closed_task',
  properties: {
    /** `<instance id>:<token>` */
    id: p.text().primary(),
    completedAt: instant(),
    createdAt: instant(),
    claimedAt: instant().nullable(),
    dueAt: instant().nullable(),
    token: p.integer(),
    turn: p.integer().nullable(),
    /** null: 0 */
    priority: p.integer().nullable(),
    cancelled: p.boolean().default(false),
    /** whether the instance was over when it was completed */
    finished: p.boolean().default(false),
    nodeId: p.text(),
    assigneeId: p.text().nullable(),
    completedBy: p.text().nullable(),
    /** of the command that completed it */
    commandId: p.text().nullable(),
    /** the tokens of the tasks that it led to */
    ledTo: p.array().columnType('integer[]').nullable(),
    candidates: texts().nullable(),
    /** null: any */
    approve: p.text().nullable(),
    approvals: p.json<readonly Approval[]>().nullable(),
    item: p.text().nullable(),
  },
  indexes: [{ name: 'closed_task_by', properties: ['completedBy', 'completedAt'] }],
});
