import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';

/** For how many days after its end what happened in an instance is kept. */
export const Retention = defineEntity({
  name: 'Retention',
  tableName: 'retention',
  properties: {
    /** `process:<process id>`, or `audit` */
    subject: p.text().primary(),
    days: p.integer(),
    updatedAt: instant(),
    updatedBy: p.text().nullable(),
  },
  checks: [{ name: 'retention_days', expression: 'days > 0' }],
});
