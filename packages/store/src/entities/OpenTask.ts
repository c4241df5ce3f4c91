import { defineEntity, p } from '@mikro-orm/core';
import type { JsonObject } from '@dealwright/engine';
import { instant, texts } from './columns.ts';

/** One person's yes to a task that all its candidates must approve. */
export interface Approval {
  readonly by: string;
  readonly at: string;
}

/** A task that waits for somebody; the view `task` has the closed ones too. */
export const OpenTask = defineEntity({
  name: 'OpenTask',
  tableName: 'open_task',
  properties: {
    id: p.text().primary(),
    instanceId: p.text(),
    token: p.integer(),
    deploymentId: p.text(),
    processId: p.text(),
    nodeId: p.text(),
    assigneeId: p.text().nullable(),
    claimedAt: instant().nullable(),
    candidates: texts().default([]),
    approve: p.text().default('any'),
    approvals: p.json<readonly Approval[]>().defaultRaw(`'[]'`),
    draft: p.json<JsonObject>().nullable(),
    revision: p.integer().default(1),
    createdAt: instant(),
    dueAt: instant().nullable(),
    priority: p.integer().default(0),
    turn: p.integer().nullable(),
    item: p.text().nullable(),
  },
  indexes: [
    { name: 'open_task_instance', properties: ['instanceId'] },
    {
      name: 'open_task_assignee',
      expression: `create index open_task_assignee on open_task (('p:' || assignee_id), coalesce(due_at, 'infinity'), id)
        where assignee_id is not null`,
    },
  ],
});
