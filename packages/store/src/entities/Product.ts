import { defineEntity, p } from '@mikro-orm/core';
import { numeric } from './columns.ts';

export const Product = defineEntity({
  name: 'Product',
  tableName: 'product',
  properties: {
    id: p.text().primary(),
    name: p.text().unique(),
    series: p.text().nullable(),
    listPrice: numeric().nullable(),
    demo: p.boolean().default(false),
    externalKey: p.text().nullable().unique(),
  },
});
