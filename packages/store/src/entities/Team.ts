import { defineEntity, p } from '@mikro-orm/core';

export const Team = defineEntity({
  name: 'Team',
  tableName: 'team',
  properties: {
    id: p.text().primary(),
    name: p.text().unique(),
    demo: p.boolean().default(false),
  },
});
