import { type EntityManager, query } from '@dealwright/store';
import type { SecretRow } from '../types.ts';
import type { SecretBox } from './createSecretBox.ts';
import { secretProblems } from './secretProblems.ts';

/** Secrets by name: written by admins, read by connectors alone. */
export interface Secrets {
  /** Names and dates, by name. Values are never listed. */
  list(em: EntityManager): Promise<readonly SecretRow[]>;
  /** Makes or replaces one, in the transaction of `em`; true when it is new. `at` is epoch milliseconds. */
  set(em: EntityManager, secret: { name: string; value: string; actorId: string; at: number }): Promise<boolean>;
  /** False when there was none. */
  remove(em: EntityManager, name: string): Promise<boolean>;
  /** Values by name. Throws `secret-missing`, `secret-unreadable`, `secret-key-missing`. */
  values(em: EntityManager, names: ReadonlySet<string>): Promise<ReadonlyMap<string, string>>;
  /** One value, or null when there is none. */
  value(em: EntityManager, name: string): Promise<string | null>;
}

const purposeOf = (name: string) => `secret ${name}`;

export function createSecrets(box: SecretBox): Secrets {
  async function found(em: EntityManager, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (names.length === 0) return new Map();
    const rows = await query<{ name: string; sealed: string }>(
      em,
      'select name, sealed from secret where name = any($1::text[])',
      [names],
    );
    return new Map(rows.map(({ name, sealed }) => [name, box.open(purposeOf(name), sealed)]));
  }

  return {
    list: (em) =>
      query<SecretRow>(
        em,
        `select s.name, s.updated_at as "updatedAt", p.name as "updatedBy"
         from secret s left join person p on p.id = s.updated_by order by s.name`,
      ),
    async set(em, { name, value, actorId, at }) {
      const [row] = await query<{ isNew: boolean }>(
        em,
        `insert into secret (name, sealed, updated_at, updated_by) values ($1, $2, $3, $4)
         on conflict (name) do update set sealed = excluded.sealed, updated_at = excluded.updated_at,
           updated_by = excluded.updated_by
         returning xmax = 0 as "isNew"`,
        [name, box.seal(purposeOf(name), value), new Date(at), actorId],
      );
      return row?.isNew === true;
    },
    async remove(em, name) {
      return (await query(em, 'delete from secret where name = $1 returning name', [name])).length > 0;
    },
    async values(em, names) {
      const values = await found(em, [...names]);
      for (const name of names) if (!values.has(name)) throw secretProblems.missing(name);
      return values;
    },
    async value(em, name) {
      return (await found(em, [name])).get(name) ?? null;
    },
  };
}
