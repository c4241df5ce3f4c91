import { defineEntity, p } from '@mikro-orm/core';

/** Whom a task without assignee is offered to; the view `worklist` has the assigned ones too. */
export const OfferedTask = defineEntity({
  name: 'OfferedTask',
  tableName: 'offered_task',
  properties: {
    principal: p.text().primary(),
    /** a text, because a task without a due time has 'infinity' here, so that it sorts last */
    due: p.text().columnType('timestamptz').primary(),
    taskId: p.text().primary(),
  },
  indexes: [{ name: 'offered_task_task', properties: ['taskId'] }],
});
