import { defineEntity, p } from '@mikro-orm/core';
import { Task } from './Task.ts';

export const WorklistRow = defineEntity({
  name: 'WorklistRow',
  tableName: 'worklist',
  properties: {
    principal: p.text().primary(),
    /** a text, because a task without a due time has 'infinity' here, so that it sorts last */
    due: p.text().columnType('timestamptz').primary(),
    taskId: p.manyToOne(Task).mapToPk().joinColumn('task_id').index(false).deleteRule('cascade').primary(),
  },
  indexes: [{ name: 'worklist_task', properties: ['taskId'] }],
});
