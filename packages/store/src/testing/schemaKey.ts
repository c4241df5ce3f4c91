import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { commitFunction } from '../commit/commitFunction.ts';
import { completionFunction } from '../commit/completionFunction.ts';
import { completionsFunction } from '../commit/completionsFunction.ts';
import { claimFunction, nextDueFunction } from '../queries/claimFunction.ts';

const migrations = new URL('../migrations/', import.meta.url);
const sources = readdirSync(migrations)
  .filter((name) => name.startsWith('Migration'))
  .toSorted()
  .map((name) => readFileSync(new URL(name, migrations), 'utf8'));

/** Changes whenever a migration does, so that a kept template is never one of an older schema. */
export const schemaKey = createHash('sha256')
  .update(
    JSON.stringify([
      ...sources,
      commitFunction,
      completionFunction,
      completionsFunction,
      claimFunction,
      nextDueFunction,
    ]),
  )
  .digest('hex')
  .slice(0, 16);
