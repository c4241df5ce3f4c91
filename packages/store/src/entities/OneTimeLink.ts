import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';
import { Person } from './Person.ts';

export const OneTimeLink = defineEntity({
  name: 'OneTimeLink',
  tableName: 'one_time_link',
  properties: {
    tokenHash: p.text().primary(),
    purpose: p.text(),
    personId: p.manyToOne(Person).mapToPk().joinColumn('person_id').index(false).deleteRule('no action').nullable(),
    expiresAt: instant(),
    usedAt: instant().nullable(),
  },
});
