import { defineEntity, p } from '@mikro-orm/core';

/** An instance whose history is about to be deleted. */
export const Leaving = defineEntity({
  name: 'Leaving',
  tableName: 'leaving',
  properties: {
    instanceId: p.text().primary(),
    /** the instance's when it was chosen: it must not have changed since */
    revision: p.integer(),
    /** it is in a file by now, or need not be */
    exported: p.boolean().default(false),
  },
});
