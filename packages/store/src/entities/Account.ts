import { defineEntity, p } from '@mikro-orm/core';
import { instant, numeric } from './columns.ts';

export const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.text().primary(),
    name: p.text().unique(),
    sector: p.text().nullable(),
    revenue: numeric().nullable(),
    employees: p.integer().nullable(),
    country: p.text().nullable(),
    founded: p.integer().nullable(),
    parentName: p.text().nullable(),
    demo: p.boolean().default(false),
    externalKey: p.text().nullable().unique(),
    createdAt: instant(),
  },
  indexes: [
    {
      name: 'account_name_parts',
      expression: 'create index account_name_parts on account using gin (name_parts(name))',
    },
  ],
});
