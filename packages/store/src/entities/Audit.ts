import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';

export const Audit = defineEntity({
  name: 'Audit',
  tableName: 'audit',
  properties: {
    id: p.text().primary(),
    at: instant(),
    actorId: p.text().nullable(),
    action: p.text(),
    subjectType: p.text(),
    subjectId: p.text(),
    before: p.json<unknown>().nullable(),
    after: p.json<unknown>().nullable(),
  },
  indexes: [
    { name: 'audit_subject', properties: ['subjectType', 'subjectId', 'at'] },
    { name: 'audit_at', properties: ['at'] },
  ],
});
