import { query, type EntityManager } from '@dealwright/store';

/** A process id from a name: letters, digits and hyphens. A name without any (a Chinese one) gives "process". */
export function processIdFrom(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  // an id of XML may not begin with a digit
  if (words === '') return 'process';
  return /^\d/.test(words) ? `process-${words}` : words;
}

/** The id itself when no model has it, else the first free one of id-2, id-3 … */
export async function freeProcessId(em: EntityManager, wanted: string): Promise<string> {
  const rows = await query<{ id: string }>(
    em,
    `select process_id as id from model where process_id = $1 or starts_with(process_id, $1 || '-')`,
    [wanted],
  );
  const taken = new Set(rows.map((row) => row.id));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
