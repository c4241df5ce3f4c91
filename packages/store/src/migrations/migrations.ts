import { Migration0001Foundation } from './Migration0001Foundation.ts';
import { Migration0002ManyProcesses } from './Migration0002ManyProcesses.ts';
import { Migration0003Decisions } from './Migration0003Decisions.ts';

/** Every migration in order; the list only ever grows at its end. Named here, so that no file is looked for. */
export const migrations = [
  { name: 'Migration0001Foundation', class: Migration0001Foundation },
  { name: 'Migration0002ManyProcesses', class: Migration0002ManyProcesses },
  { name: 'Migration0003Decisions', class: Migration0003Decisions },
];
