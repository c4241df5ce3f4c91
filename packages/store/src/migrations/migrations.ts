import { Migration0001Foundation } from './Migration0001Foundation.ts';
import { Migration0002ManyProcesses } from './Migration0002ManyProcesses.ts';
import { Migration0003Decisions } from './Migration0003Decisions.ts';
import { Migration0004FewerWrites } from './Migration0004FewerWrites.ts';
import { Migration0005Jobs } from './Migration0005Jobs.ts';
import { Migration0006Connectors } from './Migration0006Connectors.ts';
import { Migration0007History } from './Migration0007History.ts';
import { Migration0008HeldTasks } from './Migration0008HeldTasks.ts';
import { Migration0009NameParts } from './Migration0009NameParts.ts';

/** Every migration in order; the list only ever grows at its end. Named here, so that no file is looked for. */
export const migrations = [
  { name: 'Migration0001Foundation', class: Migration0001Foundation },
  { name: 'Migration0002ManyProcesses', class: Migration0002ManyProcesses },
  { name: 'Migration0003Decisions', class: Migration0003Decisions },
  { name: 'Migration0004FewerWrites', class: Migration0004FewerWrites },
  { name: 'Migration0005Jobs', class: Migration0005Jobs },
  { name: 'Migration0006Connectors', class: Migration0006Connectors },
  { name: 'Migration0007History', class: Migration0007History },
  { name: 'Migration0008HeldTasks', class: Migration0008HeldTasks },
  { name: 'Migration0009NameParts', class: Migration0009NameParts },
];
