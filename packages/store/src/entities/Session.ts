import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';
import { Person } from './Person.ts';

export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    tokenHash: p.text().primary(),
    personId: p.manyToOne(Person).mapToPk().joinColumn('person_id').index(false).deleteRule('no action'),
    csrfToken: p.text(),
    createdAt: instant(),
    expiresAt: instant(),
  },
  indexes: [{ name: 'session_person', properties: ['personId'] }],
});
