import { defineEntity, p } from '@mikro-orm/core';
import type { JsonObject } from '@dealwright/engine';
import { instant, numeric } from './columns.ts';
import { Account } from './Account.ts';
import { Instance } from './Instance.ts';
import { Person } from './Person.ts';
import { Product } from './Product.ts';

export const Deal = defineEntity({
  name: 'Deal',
  tableName: 'deal',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    accountId: p.manyToOne(Account).mapToPk().joinColumn('account_id').index(false).deleteRule('no action').nullable(),
    productId: p.manyToOne(Product).mapToPk().joinColumn('product_id').index(false).deleteRule('no action').nullable(),
    ownerId: p.manyToOne(Person).mapToPk().joinColumn('owner_id').index(false).deleteRule('no action'),
    instanceId: p.oneToOne(Instance).mapToPk().joinColumn('instance_id'),
    value: numeric().nullable(),
    currency: p.text().default('USD'),
    closeValue: numeric().nullable(),
    expectedCloseOn: p.date().nullable(),
    closedAt: instant().nullable(),
    lossReason: p.text().nullable(),
    nextStep: p.text().nullable(),
    fields: p.json<JsonObject>().defaultRaw(`'{}'`),
    revision: p.integer().default(1),
    externalKey: p.text().nullable().unique(),
    demo: p.boolean().default(false),
    createdAt: instant(),
    updatedAt: instant(),
  },
  indexes: [
    { name: 'deal_owner', properties: ['ownerId'] },
    { name: 'deal_account', properties: ['accountId'] },
    { name: 'deal_name_parts', expression: 'create index deal_name_parts on deal using gin (name_parts(name))' },
  ],
});
