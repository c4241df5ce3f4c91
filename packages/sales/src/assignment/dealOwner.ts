import type { JsonObject } from '@dealwright/engine';
import { type EntityManager, queryOne } from '@dealwright/store';

export interface Owner {
  readonly id: string;
  readonly managerId: string | null;
  readonly active: boolean;
  /** belongs to the demo team */
  readonly demo: boolean;
}

/**
 * Whose deal an instance drives. The deal's row decides; while the instance is being started that row is not there
 * yet, and in a called process there is none: then the variable `ownerId` tells. Null when neither names a person.
 */
export async function dealOwner(em: EntityManager, instanceId: string, variables: JsonObject): Promise<Owner | null> {
  const named = variables['ownerId'];
  return queryOne<Owner>(
    em,
    `select p.id, p.active, p.demo, m.id as "managerId"
     from person p left join person m on m.id = p.manager_id and m.active
     where p.id = coalesce((select owner_id from deal where instance_id = $1), $2::text)`,
    [instanceId, typeof named === 'string' ? named : null],
  );
}
