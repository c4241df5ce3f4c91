import { defineEntity, p } from '@mikro-orm/core';
import { instant, texts } from './columns.ts';
import { Team } from './Team.ts';

export const Person = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    email: p.text().unique(),
    passwordHash: p.text().nullable(),
    managerId: () =>
      p.manyToOne(Person).mapToPk().joinColumn('manager_id').index(false).deleteRule('no action').nullable(),
    teamId: p.manyToOne(Team).mapToPk().joinColumn('team_id').index(false).deleteRule('no action').nullable(),
    roles: texts().default([]),
    groups: texts().default([]),
    active: p.boolean().default(true),
    language: p.text().nullable(),
    theme: p.text().nullable(),
    externalKey: p.text().nullable().unique(),
    demo: p.boolean().default(false),
    createdAt: instant(),
  },
});
