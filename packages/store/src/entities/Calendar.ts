import { defineEntity, p } from '@mikro-orm/core';
import type { Hours } from '@dealwright/bpmn';
import { instant, texts } from './columns.ts';

export const Calendar = defineEntity({
  name: 'Calendar',
  tableName: 'calendar',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    timeZone: p.text(),
    week: p.json<readonly (readonly Hours[])[]>(),
    holidays: texts().default([]),
    workdays: texts().default([]),
    updatedAt: instant(),
    updatedBy: p.text().nullable(),
  },
});
