import { query } from '@dealwright/store';
import { personNames } from '../people/listPeople.ts';
import type { ReadDeps, Viewer } from '../Viewer.ts';
import type { Lookups } from './DealCard.ts';
import { openProcesses } from './openProcesses.ts';

/** What the pickers of a deal's form offer. */
export async function lookups(deps: ReadDeps, viewer: Viewer): Promise<Lookups> {
  const em = deps.em();
  const processes = await openProcesses(em, viewer.scope);
  return {
    accounts: await query(em, `select id, name from account order by name`),
    products: await query(em, `select id, name, list_price as "listPrice" from product order by name`),
    people: await personNames(em),
    processes: processes
      .map(({ processId, name, labels, version }) => ({ processId, name, labels, version }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}
