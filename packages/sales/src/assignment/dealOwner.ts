import type { JsonObject } from '@dealwright/engine';
import { type EntityManager, lookup, prepared, query } from '@dealwright/store';

export interface Owner {
  readonly id: string;
  readonly managerId: string | null;
  readonly active: boolean;
  /** belongs to the demo team */
  readonly demo: boolean;
}

/** Of an instance and a person's id or null, as JSON. */
type Asked = string;

const FIND = prepared(`select asked.key, p.id, p.active, p.demo, m.id as "managerId"
  from unnest($1::text[], $2::text[], $3::text[]) as asked(key, instance_id, named)
  join person p on p.id = coalesce((select owner_id from deal d where d.instance_id = asked.instance_id), asked.named)
  left join person m on m.id = p.manager_id and m.active`);

async function findOwners(em: EntityManager, asked: readonly Asked[]): Promise<Map<Asked, Owner>> {
  const keys = asked.map((key) => JSON.parse(key) as [string, string | null]);
  const columns = [keys.map(([instanceId]) => instanceId), keys.map(([, named]) => named)] as const;
  const rows = await query<Owner & { key: Asked }>(em, FIND, [asked, ...columns]);
  return new Map(rows.map(({ key, ...owner }) => [key, owner]));
}

const ownerOf = lookup(findOwners);

/**
 * Whose deal an instance drives. The deal's row decides; while the instance is being started that row is not there
 * yet, and in a called process there is none: then the variable `ownerId` tells. Null when neither names a person.
 */
export async function dealOwner(em: EntityManager, instanceId: string, variables: JsonObject): Promise<Owner | null> {
  const named = variables['ownerId'];
  const asked = JSON.stringify([instanceId, typeof named === 'string' ? named : null]);
  // what a transaction has written, it alone sees
  if (em.isInTransaction()) return (await findOwners(em, [asked])).get(asked) ?? null;
  return ownerOf(em, asked);
}
