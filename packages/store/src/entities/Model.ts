import type { Labels } from '@dealwright/bpmn';
import { defineEntity, p } from '@mikro-orm/core';
import type { DecisionFile } from '../DecisionFile.ts';
import { instant } from './columns.ts';
import { Person } from './Person.ts';

export const Model = defineEntity({
  name: 'Model',
  tableName: 'model',
  properties: {
    id: p.text().primary(),
    processId: p.text().unique(),
    name: p.text(),
    labels: p.json<Labels>().defaultRaw(`'{}'`),
    draftXml: p.text(),
    draftDecisions: p.json<readonly DecisionFile[]>().defaultRaw(`'[]'`),
    draftRevision: p.integer().default(1),
    draftBy: p.manyToOne(Person).mapToPk().joinColumn('draft_by').index(false).deleteRule('no action').nullable(),
    createdAt: instant(),
    updatedAt: instant(),
    demo: p.boolean().default(false),
  },
});
