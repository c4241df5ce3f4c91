import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';

export const Secret = defineEntity({
  name: 'Secret',
  tableName: 'secret',
  properties: {
    name: p.text().primary(),
    sealed: p.text(),
    updatedAt: instant(),
    updatedBy: p.text().nullable(),
  },
});
