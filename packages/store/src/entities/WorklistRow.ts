import { defineEntity, p } from '@mikro-orm/core';

export const WorklistRow = defineEntity({
  name: 'WorklistRow',
  tableName: 'worklist',
  properties: {
    principal: p.text().primary(),
    /** a text, because a task without a due time has 'infinity' here, so that it sorts last */
    due: p.text().columnType('timestamptz').primary(),
    taskId: p.text().primary(),
  },
  indexes: [{ name: 'worklist_task', properties: ['taskId'] }],
});
