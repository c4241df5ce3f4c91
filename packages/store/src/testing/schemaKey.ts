import { createHash } from 'node:crypto';
import { statements } from '../migrations/Migration0001Foundation.ts';
import { migrations } from '../migrations/migrations.ts';

/** Changes whenever a migration does, so that a kept template is never one of an older schema. */
export const schemaKey = createHash('sha256')
  .update(JSON.stringify([migrations.map((migration) => [migration.name, migration.class.toString()]), statements]))
  .digest('hex')
  .slice(0, 16);
