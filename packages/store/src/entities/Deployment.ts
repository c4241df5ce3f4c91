import { defineEntity, p } from '@mikro-orm/core';
import type { DecisionFile } from '../DecisionFile.ts';
import { instant } from './columns.ts';
import { Model } from './Model.ts';
import { Person } from './Person.ts';

export const Deployment = defineEntity({
  name: 'Deployment',
  tableName: 'deployment',
  properties: {
    id: p.text().primary(),
    modelId: p.manyToOne(Model).mapToPk().joinColumn('model_id').index(false).deleteRule('no action'),
    processId: p.text(),
    version: p.integer(),
    xml: p.text(),
    note: p.text(),
    deployedBy: p.manyToOne(Person).mapToPk().joinColumn('deployed_by').index(false).deleteRule('no action').nullable(),
    deployedAt: instant(),
    bundleId: p.text().nullable(),
    decisions: p.json<readonly DecisionFile[]>().defaultRaw(`'[]'`),
  },
  uniques: [{ name: 'deployment_process_id_version_unique', properties: ['processId', 'version'] }],
});
