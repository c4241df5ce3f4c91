import { createHash } from 'node:crypto';
import { migrations } from '../migrations/migrations.ts';

/** What the migrations would run, with the functions that they make. None of them asks the database anything. */
const statements = migrations.map(({ class: Made }) => {
  const migration = new Made(null as never, null as never);
  migration.up();
  return migration.getQueries();
});

/** Changes whenever the schema does, so that a kept template is never one of an older schema. */
export const schemaKey = createHash('sha256').update(JSON.stringify(statements)).digest('hex').slice(0, 16);
